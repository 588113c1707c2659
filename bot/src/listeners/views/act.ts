import { OfferLife, ringActOf } from '@offerdesk/backstage-plugin-offers-common';
import { isFinal, PersonOffers } from '../../backend/offers';
import { actModal } from '../../views/actModal';
import { actView } from '../../views/actionIds';
import { actWords } from '../../views/actWords';
import { messageView, workingView } from '../../views/messageModal';
import { refusalWords } from '../../views/refusals';
import { ActValue, actValueSchema, readValue } from '../../views/values';
import { segmentWords } from '../../views/words';
import { askerOfAction } from '../askers';
import { idempotencyKey } from '../decide';
import { BotServices } from '../services';
import { answerModal, ModalSent } from './slow';

/** A reason was sent for an act: does it. The modal then says what is offered from now on. */
export function sentAct(services: BotServices) {
  return async ({ ack, body, view, client, context }: ModalSent): Promise<void> => {
    const value = readValue(actValueSchema, view.private_metadata);
    const typed = view.state.values[actView.blockId]?.[actView.actionId]?.value?.trim() ?? '';
    if (!value) return ack({ response_action: 'clear' });
    if (!typed) {
      const errors = { [actView.blockId]: 'Say why: it stays in the record.' };
      return ack({ response_action: 'errors', errors });
    }
    const asker = askerOfAction(body);
    const { title } = actWords[value.a];
    const key = idempotencyKey(['act', asker.teamId, asker.slackUserId, view.id, typed]);
    const work = async () => {
      try {
        return messageView(
          title,
          doneWords(value, await done(services.offers.for(asker), value, typed, key)),
        );
      } finally {
        services.nudge();
      }
    };
    const failed = (error: unknown, reference: string) => {
      const words = refusalWords(error, reference);
      // What the person can mend or try again keeps the form and what they typed.
      return isFinal(error)
        ? messageView(title, `⛔ ${words}`)
        : actModal(value, { problem: words, typed });
    };
    return answerModal(
      services,
      { ack, view, client, context },
      {
        what: value.a,
        asker,
        fields: { offer: value.o },
        work,
        failed,
        working: workingView(title),
      },
    );
  };
}

function done(
  mine: PersonOffers,
  { a: act, o: id, v: version = 0 }: ActValue,
  reason: string,
  idempotencyKeyOfView: string,
): Promise<OfferLife> {
  const common = { params: { id }, idempotencyKey: idempotencyKeyOfView };
  switch (act) {
    case 'suspend':
    case 'emergency':
      return mine.call('suspendOffer', { ...common, body: { kind: act, reason } });
    case 'resume':
      return mine.call('resumeOffer', { ...common, body: { reason } });
    case 'roll-back':
      return mine.call('rollBackOffer', { ...common, body: { version, reason } });
    default: {
      const params = { id, number: version };
      return mine.call('actOnRing', { ...common, params, body: { act: ringActOf(act), reason } });
    }
  }
}

function doneWords({ a: act }: ActValue, { name, at, segments }: OfferLife): string {
  const from = segments.filter(({ until }) => until === undefined || until > at).slice(0, 10);
  const served = from.map(segment => `• ${segmentWords(segment)}`).join('\n');
  return `${actWords[act].done}: \`${name}\`.\n${served || '_Nothing is offered from now on._'}`;
}
