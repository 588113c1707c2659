import { RespondArguments, RespondFn } from '@slack/bolt';
import { randomUUID } from 'node:crypto';
import { Asker } from '../identity/asker';
import { errorWords } from '../log';
import { Drawn, told } from '../views/blocks';
import { refusalWords } from '../views/refusals';
import { logRefusal } from './logRefusal';
import { planPage } from './planPage';
import { BotServices } from './services';

/** Answers that only the asker sees, beside what is there. */
export async function answer(respond: RespondFn, message: Drawn | string): Promise<void> {
  await respond(privateMessage(message));
}

/** Puts an answer in the place of the private message whose button was pressed. */
export async function replace(respond: RespondFn, message: Drawn | string): Promise<void> {
  await respond({ ...privateMessage(message), replace_original: true });
}

function privateMessage(message: Drawn | string): RespondArguments {
  const drawn = typeof message === 'string' ? { text: message } : message;
  return {
    ...drawn,
    // Never left to a default: a private answer must not reach the channel.
    response_type: 'ephemeral',
    replace_original: false,
    unfurl_links: false,
    unfurl_media: false,
    parse: 'none',
    link_names: false,
  };
}

/**
 * Does what a person asked; a refusal or failure is told to them alone, and logged under a reference.
 *
 * @param request - `what`: its name in the log; `inTurn`: nothing of it has begun, and under load it may begin later;
 *   `plan`: what it is about, whose page a refusal leads to
 */
export async function handlePrivately(
  services: Pick<BotServices, 'activity' | 'log' | 'offers'>,
  request: { what: string; asker: Asker; respond: RespondFn; inTurn?: true; plan?: string },
  work: () => Promise<void>,
): Promise<void> {
  const { what, asker, respond } = request;
  const reference = randomUUID();
  const fields = { request: reference, what, slackUser: asker.slackUserId, team: asker.teamId };
  const { activity } = services;
  const begin = request.inTurn ? activity.inTurn.bind(activity) : activity.run.bind(activity);
  await begin(async () => {
    try {
      await work();
      services.log.info('Request handled', fields);
    } catch (error) {
      logRefusal(services.log, error, fields);
      const next = await planPage(error, request.plan, services.offers.for(asker));
      await answer(respond, told(refusalWords(error, reference), ...next)).catch(failure =>
        services.log.warn('The answer did not reach the person', {
          ...fields,
          error: errorWords(failure),
        }),
      );
    }
  });
}
