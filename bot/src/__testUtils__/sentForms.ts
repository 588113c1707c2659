import { BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import { sentCompose } from '../listeners/views/compose';
import { composeModal, composeView } from '../views/composeModal';
import { OFFER_ID } from './builders';
import { FakeOperations, fakeServices } from './fakeServices';
import { cameIn, fakeSlack } from './fakeSlack';
import { textsIn } from './reading';
import { faultsOf } from './slackLimits';

const user = { id: 'U0CARLA01', username: 'carla', team_id: 'T0OFFERD1' };
const team = { id: 'T0OFFERD1', domain: 'offerdesk' };
/** Who sends the forms. */
export const asker = { teamId: team.id, slackUserId: user.id };
/** What the forms are about. */
export const offer = {
  id: OFFER_ID,
  name: 'postgres-production',
  title: 'PostgreSQL for production',
};

/** The parts of what Slack sends that the listeners read. */
export const body = { user, team, trigger_id: 't' } as unknown as BlockAction<ButtonAction>;

/** Who would hear an announcement. */
export const reach = {
  offerId: OFFER_ID,
  kind: 'promotion' as const,
  name: offer.name,
  title: offer.title,
  possible: true,
  channels: [
    { channel: 'C0OFFERS1', mayHear: true },
    { channel: 'C0GENERAL1', mayHear: false, reason: 'the channel holds others' },
  ],
  people: 12,
  changes: [],
};

/** Values of a sent form, by block and action. */
export type Values = Record<string, Record<string, object>>;
type Listener = typeof sentCompose;

/** Sends a form to its listener, and gives what came of it. */
export async function send(
  listener: Listener,
  metadata: object,
  values: Values,
  operations: FakeOperations,
) {
  const fake = fakeServices(operations);
  const { slack, calls: slackCalls } = fakeSlack({ 'views.update': () => ({ ok: true }) });
  const acked: { response_action?: string; view?: { private_metadata?: string; blocks: [] } }[] =
    [];
  await listener(fake.services)({
    ack: async answer => void acked.push(JSON.parse(JSON.stringify(answer))),
    body: body as unknown as ViewSubmitAction,
    view: {
      id: 'V1',
      private_metadata: JSON.stringify(metadata),
      state: { values },
      callback_id: composeView.callbackId,
      title: { text: 'Announce an offer' },
      submit: { text: 'Announce' },
      blocks: composeModal(reach, { metadata: { o: OFFER_ID, k: 'promotion' } }).blocks,
    } as unknown as ViewSubmitAction['view'],
    client: slack,
    context: cameIn(1_900),
  });
  const view = acked[0]?.view ?? { blocks: [] };
  expect(faultsOf({ type: 'modal', ...view })).toEqual([]);
  return { ...fake, slackCalls, acked, view, words: textsIn(view).join('\n') };
}

/** The form of an announcement, filled in for a channel and people. */
export const composed = (text: string): Values => ({
  [composeView.text]: { text: { type: 'plain_text_input', value: text } },
  [composeView.channels]: {
    channels: { type: 'multi_static_select', selected_options: [{ value: 'C0OFFERS1' }] },
  },
  [composeView.people]: { people: { type: 'checkboxes', selected_options: [{ value: 'yes' }] } },
});
