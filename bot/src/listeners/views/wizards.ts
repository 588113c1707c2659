import {
  demandKindSchema,
  OffersProblem,
  scenarioSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { WebClient } from '@slack/web-api';
import { Asker } from '../../identity/asker';
import { actionIds } from '../../views/actionIds';
import { messageView, workingView } from '../../views/messageModal';
import { refusalWords } from '../../views/refusals';
import { inline, readersDate, refWords } from '../../views/text';
import { demandMessageSchema, readValue } from '../../views/values';
import { Wizard, wizardTitles } from '../../views/wizards';
import { askerOfAction } from '../askers';
import { idempotencyKey } from '../decide';
import { BotServices } from '../services';
import { answerModal, ModalSent } from './slow';

/** A sent form, field by field. */
interface Filled {
  asker: Asker;
  /** what was typed or chosen in a field */
  value: (block: string, action?: string) => string;
  /** an instant that was chosen */
  instant: (block: string) => string;
  /** what the form carries */
  carried: string;
  key: string;
  client: WebClient;
}

type Send = (services: BotServices, filled: Filled) => Promise<string>;

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
    return `💡 Raised: *${inline(demand.title)}*. You hear what becomes of it.`;
  },
  plan: async ({ offers, zoneOf }, { asker, value, key }) => {
    const mine = offers.for(asker);
    // Who they are tells where they are.
    await mine.signIn();
    const release = {
      local: `${value('date')}T${value('time')}`,
      zone: zoneOf(asker) ?? 'UTC',
    };
    const plan = await mine.call('createPlan', {
      body: {
        scenario: scenarioSchema.parse(value('scenario')),
        offerIds: [value('offer', actionIds.wizardManaged)],
        release,
      },
      idempotencyKey: key,
    });
    return `📝 Started: *${inline(plan.title)}*, to be released ${readersDate(plan.releaseAt)}. Complete and submit it in the portal, or with \`/offer plan\`.`;
  },
  handOver: async ({ offers, userRefs }, { asker, value, instant, key }) => {
    const delegate = await userRefs.find(asker, `<@${value('person')}>`);
    if (!delegate) return '⛔ That Slack account is not linked to a user of the portal.';
    const { until } = await offers.for(asker).call('createDelegation', {
      body: { delegate, from: instant('from'), until: instant('until'), reason: value('reason') },
      idempotencyKey: key,
    });
    return `🤝 *${inline(refWords(delegate))}* decides for you until ${readersDate(until)}, and gets the cards that wait for you. Take it back in the portal.`;
  },
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
export function sentWizard(wizard: Wizard, services: BotServices, ackWithinMs?: number) {
  return async ({ ack, body, view, client }: ModalSent): Promise<void> => {
    const asker = askerOfAction(body);
    const title = wizardTitles[wizard];
    const filled = filledIn({ asker, view, client }, wizard);
    const work = async () => {
      try {
        return messageView(title, await sends[wizard](services, filled));
      } finally {
        services.nudge();
      }
    };
    const failed = (error: unknown, reference: string) => {
      const isClear = error instanceof OffersProblem && error.status < 500;
      const again = isClear ? ' Nothing was changed: open the form again.' : '';
      return messageView(title, `⛔ ${refusalWords(error, reference)}${again}`);
    };
    const slow = { what: wizard, asker, work, failed, working: workingView(title) };
    return answerModal(services, { ack, view, client }, slow, ackWithinMs);
  };
}

function filledIn(
  { asker, view, client }: Pick<ModalSent, 'view' | 'client'> & { asker: Asker },
  wizard: Wizard,
): Filled {
  const field = (block: string, action = block) => view.state.values[block]?.[action];
  const value = (block: string, action?: string) => {
    const found = field(block, action);
    return (
      found?.value?.trim() ??
      found?.selected_option?.value ??
      found?.selected_user ??
      found?.selected_date ??
      found?.selected_time ??
      ''
    );
  };
  return {
    asker,
    value,
    instant: block => new Date((field(block)?.selected_date_time ?? 0) * 1000).toISOString(),
    carried: view.private_metadata,
    key: idempotencyKey([wizard, asker.teamId, asker.slackUserId, view.id]),
    client,
  };
}
