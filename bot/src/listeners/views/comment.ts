import { isFinal } from '../../backend/offers';
import { actions } from '../../views/blocks';
import { commentView } from '../../views/actionIds';
import { commentModal, commentTitle } from '../../views/comments';
import { messageView, workingView } from '../../views/messageModal';
import { refusalWords } from '../../views/refusals';
import { commentValueSchema, readValue } from '../../views/values';
import { askerOfAction } from '../askers';
import { idempotencyKey } from '../decide';
import { planPage } from '../planPage';
import { BotServices } from '../services';
import { answerModal, ModalSent } from './slow';

const ASKED = '💬 Asked. You hear the answer in person, and it stands under the card.';
const ANSWERED = '💬 Answered. Whoever asked hears it in person, and it stands under the card.';

/** A question or an answer was sent: says it. */
export function sentComment(services: BotServices) {
  return async ({ ack, body, view, client, context }: ModalSent): Promise<void> => {
    const value = readValue(commentValueSchema, view.private_metadata);
    const typed =
      view.state.values[commentView.blockId]?.[commentView.actionId]?.value?.trim() ?? '';
    if (!value) return ack({ response_action: 'clear' });
    if (!typed) {
      const errors = { [commentView.blockId]: 'Write something first.' };
      return ack({ response_action: 'errors', errors });
    }
    const asker = askerOfAction(body);
    const title = commentTitle(value);
    const key = ['comment', asker.teamId, asker.slackUserId, view.id, typed];
    const work = async () => {
      try {
        await services.offers.for(asker).call('commentOnPlan', {
          params: { id: value.p },
          body: { text: typed, ...(value.c ? { answers: value.c } : {}) },
          idempotencyKey: idempotencyKey(key),
        });
        return messageView(title, value.c ? ANSWERED : ASKED);
      } finally {
        services.nudge();
      }
    };
    const failed = async (error: unknown, reference: string) => {
      const words = refusalWords(error, reference);
      if (!isFinal(error)) return commentModal(value, words, typed);
      const next = await planPage(error, value.p, services.offers.for(asker));
      return messageView(title, `⛔ ${words}`, next.length > 0 ? [actions(...next)] : []);
    };
    const fields = { plan: value.p };
    const working = workingView(title);
    const slow = { what: 'comment', asker, fields, work, failed, working };
    return answerModal(services, { ack, view, client, context }, slow);
  };
}
