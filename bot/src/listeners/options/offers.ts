import { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { PersonOffers } from '../../backend/offers';
import { msToAnswer } from '../../slack/answerTime';
import { within } from '../../time';
import { offerOptions, readMenu } from '../../views/offerMenu';
import { askerOfAction } from '../askers';
import { NamedOffer } from '../commands/findOffer';
import { logRefusal } from '../logRefusal';
import { BotServices } from '../services';

/** What the listener of a search field reads of what Slack sends. */
export type OptionsAsked = Pick<
  SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs,
  'ack' | 'body' | 'context'
>;

const FOUND = 20;

/** Words were typed into a menu of offers: the offers that the person may see, or manages, by then. */
export function offersTyped(services: BotServices) {
  return async ({ ack, body, context }: OptionsAsked): Promise<void> => {
    const asker = askerOfAction({ user: body.user, team: body.team });
    const seen = ['show', 'why'].includes(readMenu(body.block_id)?.command ?? '');
    const finding = services.activity
      .run(() => find(services.offers.for(asker), body.value, seen))
      .catch(error => {
        logRefusal(services.log, error, { what: 'options', slackUser: asker.slackUserId });
        return [];
      });
    const found = await within(finding, msToAnswer(context));
    await ack({ options: offerOptions(found === 'late' ? [] : found) });
  };
}

async function find(
  mine: PersonOffers,
  typed: string,
  seen: boolean,
): Promise<readonly NamedOffer[]> {
  const query = { q: typed.slice(0, 200), limit: FOUND };
  const { items } = seen
    ? await mine.call('browseOffers', { query })
    : await mine.call('listOffers', { query });
  return items;
}
