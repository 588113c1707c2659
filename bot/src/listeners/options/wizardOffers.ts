import { offerChoices } from '../../views/wizards';
import { within } from '../../time';
import { askerOfAction } from '../askers';
import { logRefusal } from '../logRefusal';
import { BotServices } from '../services';
import { OptionsAsked } from './offers';

// Slack waits three seconds for the options, from when somebody typed to when it has them.
const ANSWER_WITHIN_MS = 2_000;
const FOUND = 20;

/** Words were typed into the offer field of a form: the offers that the person may see, or manages. */
export function wizardOffers(
  services: BotServices,
  operation: 'browseOffers' | 'listOffers',
  answerWithinMs = ANSWER_WITHIN_MS,
) {
  return async ({ ack, body }: OptionsAsked): Promise<void> => {
    const asker = askerOfAction({ user: body.user, team: body.team });
    const query = { q: body.value.slice(0, 200), limit: FOUND };
    const finding = services.activity
      .run(() => services.offers.for(asker).call(operation, { query }))
      .catch(error => {
        logRefusal(services.log, error, { what: 'options', slackUser: asker.slackUserId });
        return { items: [] };
      });
    const found = await within(finding, answerWithinMs);
    await ack({ options: found === 'late' ? [] : offerChoices(found.items) });
  };
}
