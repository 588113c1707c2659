import { randomUUID } from 'node:crypto';
import { isClear } from '../../backend/offers';
import { Asker } from '../../identity/asker';
import { batchView } from '../../views/actionIds';
import { batchDone, BATCH_TITLE } from '../../views/batch';
import { messageView, workingView } from '../../views/messageModal';
import { refusalWords } from '../../views/refusals';
import { BatchValue, batchValueSchema, readValue } from '../../views/values';
import { askerOfAction } from '../askers';
import { idempotencyKey } from '../decide';
import { logRefusal } from '../logRefusal';
import { BotServices } from '../services';
import { answerModal, ModalSent } from './slow';

/** Several plans were chosen to be approved: decides on each by its own content, and tells what came of each. */
export function sentBatch(services: BotServices) {
  return async ({ ack, body, view, client, context }: ModalSent): Promise<void> => {
    const offered = readValue(batchValueSchema, view.private_metadata);
    if (!offered) return ack({ response_action: 'clear' });
    const chosen = chosenOf(view.state.values, offered);
    if (chosen.length === 0) {
      const errors = { [`${batchView.blockId}-0`]: 'Choose at least one plan.' };
      return ack({ response_action: 'errors', errors });
    }
    const asker = askerOfAction(body);
    const work = async () => {
      try {
        const results = [];
        for (const plan of chosen) results.push(await approveOne(services, asker, plan));
        return batchDone(results);
      } finally {
        services.nudge();
      }
    };
    const failed = (error: unknown, reference: string) =>
      messageView(BATCH_TITLE, `⛔ ${refusalWords(error, reference)}`);
    const slow = { what: 'batch', asker, work, failed, working: workingView(BATCH_TITLE) };
    return answerModal(services, { ack, view, client, context }, slow);
  };
}

interface Chosen {
  plan: BatchValue[number];
  title: string;
}

function chosenOf(values: ModalSent['view']['state']['values'], offered: BatchValue): Chosen[] {
  return Object.values(values).flatMap(block =>
    (block[batchView.actionId]?.selected_options ?? []).flatMap(({ value, text }) => {
      const plan = offered[Number(value)];
      return plan ? [{ plan, title: text.text }] : [];
    }),
  );
}

/** Approves one of them; what is refused is told, and the others are decided all the same. */
async function approveOne(services: BotServices, asker: Asker, { plan, title }: Chosen) {
  const { teamId, slackUserId } = asker;
  try {
    const decided = await services.offers.for(asker).call('decide', {
      params: { id: plan.p },
      body: { verdict: 'approve', contentHash: plan.h, inBatch: true },
      idempotencyKey: idempotencyKey(['batch', teamId, slackUserId, plan.p, plan.h]),
    });
    const { given, required } = decided.approval;
    return { title, ok: true, words: `approved, ${given} of ${required} are given` };
  } catch (error) {
    const reference = randomUUID();
    const fields = { request: reference, what: 'batch', plan: plan.p, slackUser: slackUserId };
    logRefusal(services.log, error, fields);
    const words = isClear(error) ? error.message : refusalWords(error, reference);
    return { title, ok: false, words };
  }
}
