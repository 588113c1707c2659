import { demandKindSchema } from '@offerdesk/backstage-plugin-offers-common';
import { ViewOutput } from '@slack/bolt';
import { ModalView } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { isClear } from '../../backend/offers';
import { IdentityRefusal } from '../../identity/refusal';
import { actionIds } from '../../views/actionIds';
import { actions, button } from '../../views/blocks';
import { messageView, workingView } from '../../views/messageModal';
import { refusalWords } from '../../views/refusals';
import { called, inline, readersDate } from '../../views/text';
import { demandMessageSchema, planStartSchema, readValue } from '../../views/values';
import {
  demandModal,
  handOverModal,
  mended,
  planModal,
  Wizard,
  wizardTitles,
} from '../../views/wizards';
import { askerOfAction } from '../askers';
import { BotServices } from '../services';
import { BlocksOfFields, fieldErrors } from './fieldErrors';
import { Done, Filled, filledIn } from './filled';
import { answerModal, ModalSent } from './slow';
import { startPlan } from './startPlan';

type Send = (services: BotServices, filled: Filled) => Promise<Done>;

const NOT_LINKED =
  '⛔ That Slack account is not linked to a user of the portal. Let them type `/offer link` and follow it, then hand over again; or hand over in the portal, where you choose people by name.';

const sends: Readonly<Record<Wizard, Send>> = {
  demand: async ({ offers }, { asker, value, carried, key, client }) => {
    const offer = value('offer', actionIds.wizardSeen);
    const reference = await permalink(client, carried);
    const demand = await offers.for(asker).call('raiseDemand', {
      body: {
        kind: demandKindSchema.parse(value('kind')),
        title: value('title'),
        description: value('description'),
        offerIds: offer ? [offer] : [],
        ...(reference ? { reference } : {}),
      },
      idempotencyKey: key,
    });
    return { text: `💡 Raised: *${inline(demand.title)}*. You hear what becomes of it.` };
  },
  plan: startPlan,
  handOver: async ({ offers, userRefs }, { asker, value, instant, key }) => {
    const delegate = await userRefs.find(asker, `<@${value('person')}>`);
    if (!delegate) return { text: NOT_LINKED };
    const mine = offers.for(asker);
    const { until } = await mine.call('createDelegation', {
      body: { delegate, from: instant('from'), until: instant('until'), reason: value('reason') },
      idempotencyKey: key,
    });
    const name = called(delegate, await mine.names([delegate]));
    return {
      text: `🤝 *${inline(name, 80)}* decides for you until ${readersDate(until)}, and gets the cards that wait for you. Take it back in the portal.`,
    };
  },
};

/** Which field of each form asks for what the portal calls by these names. */
const BLOCKS: Readonly<Record<Wizard, BlocksOfFields>> = {
  demand: { kind: 'kind', title: 'title', description: 'description', offerIds: 'offer' },
  plan: { scenario: 'scenario', offerIds: 'offer', release: 'date' },
  handOver: { delegate: 'person', from: 'from', until: 'until', reason: 'reason' },
};

/** Where the message stands that a demand was raised from. */
async function permalink(client: WebClient, carried: string): Promise<string | undefined> {
  const message = readValue(demandMessageSchema, carried);
  if (!message) return undefined;
  const { permalink: link } = await client.chat
    .getPermalink({ channel: message.c, message_ts: message.t })
    .catch(() => ({ permalink: undefined }));
  return link;
}

/** The form of a wizard was sent: does what it says. */
export function sentWizard(wizard: Wizard, services: BotServices) {
  return async ({ ack, body, view, client, context }: ModalSent): Promise<void> => {
    const asker = askerOfAction(body);
    const title = wizardTitles[wizard];
    const filled = filledIn({ asker, view, client }, wizard);
    const work = async () => {
      try {
        return doneView(title, await sends[wizard](services, filled));
      } finally {
        services.nudge();
      }
    };
    const failed = (error: unknown, reference: string) => {
      const words = refusalWords(error, reference);
      // What was typed stays, since the fields keep their names; sent again, it is still one request (rule 5).
      return error instanceof IdentityRefusal
        ? messageView(title, `⛔ ${words}`)
        : mended(formAgain(wizard, view), isClear(error) ? `${words} Nothing was changed.` : words);
    };
    const faults = (error: unknown) => fieldErrors(error, BLOCKS[wizard], view);
    const slow = { what: wizard, asker, work, failed, faults, working: workingView(title) };
    return answerModal(services, { ack, view, client, context }, slow);
  };
}

function doneView(title: string, { text, url }: Done): ModalView {
  const more = url ? [actions(button({ action: actionIds.open, text: 'Open the plan', url }))] : [];
  return messageView(title, text, more);
}

function formAgain(wizard: Wizard, { private_metadata: carried, state }: ViewOutput): ModalView {
  if (wizard === 'demand') return demandModal(readValue(demandMessageSchema, carried));
  if (wizard === 'handOver') return handOverModal();
  const chosen = state.values.offer?.[actionIds.wizardManaged]?.selected_option;
  const scenario = planStartSchema.shape.s.safeParse(
    state.values.scenario?.scenario?.selected_option?.value,
  );
  return chosen && scenario.success
    ? planModal({ o: chosen.value, t: chosen.text.text, s: scenario.data })
    : planModal();
}
