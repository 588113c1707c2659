import { correctModal, correctView } from '../../views/correctModal';
import { messageView, workingView } from '../../views/messageModal';
import { refusalWords } from '../../views/refusals';
import { correctValueSchema, readValue } from '../../views/values';
import { askerOfAction } from '../askers';
import { idempotencyKey } from '../decide';
import { BotServices } from '../services';
import { wordsOf } from './formValues';
import { answerModal, ModalSent } from './slow';

const TITLE = 'Correct it';

/** A correction was sent: every copy of the message is drawn again, and its thread says so. */
export function sentCorrection(services: BotServices) {
  return async ({ ack, body, view, client, context }: ModalSent): Promise<void> => {
    const value = readValue(correctValueSchema, view.private_metadata);
    if (!value) return ack({ response_action: 'clear' });
    const note = wordsOf(view, correctView.note);
    if (!note) {
      const errors = { [correctView.note]: 'Say what was wrong.' };
      return ack({ response_action: 'errors', errors });
    }
    const asker = askerOfAction(body);
    const key = idempotencyKey(['correct', asker.teamId, asker.slackUserId, view.id, note]);
    const work = async () => {
      try {
        const { deliveries } = await services.offers.for(asker).call('correctAnnouncement', {
          params: { id: value.n },
          body: { note },
          idempotencyKey: key,
        });
        const { sent } = deliveries;
        const drawn = sent === 1 ? 'the message is' : `${sent} messages are`;
        return messageView(TITLE, `✏️ Corrected: ${drawn} drawn again.`);
      } finally {
        services.nudge();
      }
    };
    const failed = (error: unknown, reference: string) =>
      correctModal(value, refusalWords(error, reference));
    const working = workingView(TITLE);
    return answerModal(
      services,
      { ack, view, client, context },
      { what: 'correct', asker, work, failed, working },
    );
  };
}
