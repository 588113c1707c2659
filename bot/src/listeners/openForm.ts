import { WebClient } from '@slack/web-api';
import { errorWords } from '../log';
import { OpenForm } from './commands/offerCommand';
import { BotServices } from './services';

/** Opens forms with the trigger of what somebody has just typed or pressed. */
export function formOpener(
  { log }: Pick<BotServices, 'log'>,
  client: Pick<WebClient, 'views'>,
  triggerId: string,
): OpenForm {
  return async view => {
    try {
      await client.views.open({ trigger_id: triggerId, view });
      return true;
    } catch (error) {
      log.info('Slack did not open the form', { error: errorWords(error) });
      return false;
    }
  };
}
