import { offerChoices } from '../../views/wizards';
import { msToAnswer } from '../../slack/answerTime';
import { within } from '../../time';
import { askerOfAction } from '../askers';
import { logRefusal } from '../logRefusal';
import { BotServices } from '../services';
import { OptionsAsked } from './offers';

const FOUND = 20;

/** Words were typed into the offer field of a form: the offers that the person may see, or manages. */
export function wizardOffers(services: BotServices, operation: 'browseOffers' | 'listOffers') {
  return async ({ ack, body, context }: OptionsAsked): Promise<void> => {
    const asker = askerOfAction({ user: body.user, team: body.team });
    const query = { q: body.value.slice(0, 200), limit: FOUND };
    const finding = services.activity
      .run(() => services.offers.for(asker).call(operation, { query }))
      .catch(error => {
        logRefusal(services.log, error, { what: 'options', slackUser: asker.slackUserId });
        return { items: [] };
      });
    const found = await within(finding, msToAnswer(context));
    await ack({ options: found === 'late' ? [] : offerChoices(found.items) });
  };
}
