import { IdentityRefusal } from '../../identity/refusal';
import { actModal } from '../../views/actModal';
import { batchDone, batchModal } from '../../views/batch';
import { commentModal } from '../../views/comments';
import { composeLoading, composeModal } from '../../views/composeModal';
import { correctModal } from '../../views/correctModal';
import { form, textField } from '../../views/form';
import { messageView, workingView } from '../../views/messageModal';
import { messageModal, reasonModal, workingModal } from '../../views/reasonModal';
import { refusalWords } from '../../views/refusals';
import { terminateModal } from '../../views/terminateModal';
import { cut } from '../../views/text';
import { demandModal, handOverModal, mended, planModal } from '../../views/wizards';
import { HASH, OFFER_ID, PLAN_ID } from '../builders';
import { waitingSaying } from './messages';
import { actSaying, AT, Sample, Saying, times } from './sample';

/** What a refusal says of what a person wrote. */
const problemOf = ({ text }: Saying) => refusalWords(new IdentityRefusal('x', text), 'r');

/** As a field of Slack gives back what was typed: no more than it takes, and whole. */
function typedIn(text: string, most: number): string {
  return cut(text.trim(), most).replace(/\p{Surrogate}/gu, '');
}

function reachSaying({ text, many }: Saying) {
  const channel = (index: number) => ({
    channel: index % 2 ? text : `C${String(index).padStart(9, '0')}`,
    mayHear: index % 2 === 0,
    reason: text,
  });
  const offer = { offerId: OFFER_ID, kind: 'promotion' as const, name: 'postgres', title: text };
  return { ...offer, possible: true, channels: times(many, channel), people: many, changes: [] };
}

/** Samples of modals, by the name of the function that draws them. */
export const formSamples: Readonly<Record<string, Sample>> = {
  actModal: saying => [
    actModal(
      { a: 'suspend', o: OFFER_ID },
      { preview: actSaying(saying), typed: typedIn(saying.text, 1000) },
    ),
    actModal({ a: 'suspend', o: OFFER_ID }, { problem: problemOf(saying) }),
  ],
  batchModal: saying => [
    batchModal(
      times(saying.many, () => waitingSaying(saying)),
      problemOf(saying),
    ),
    batchModal([]),
  ],
  batchDone: ({ text, many }) => [
    batchDone(times(many, () => ({ title: text, words: text, ok: false }))),
  ],
  commentModal: saying => [
    commentModal({ p: PLAN_ID, c: 'c1' }, problemOf(saying), typedIn(saying.text, 3000)),
    commentModal({ p: PLAN_ID }),
  ],
  composeLoading: () => [composeLoading()],
  composeModal: saying => {
    const reach = reachSaying(saying);
    const metadata = { o: OFFER_ID, k: 'promotion' as const };
    const channels = reach.channels.map(({ channel }) => channel);
    const composed = { text: typedIn(saying.text, 1000), channels, people: true, at: AT };
    return [
      composeModal(reach, { metadata, composed, problem: problemOf(saying) }),
      composeModal({ ...reach, possible: false, refusal: saying.text }, { metadata }),
    ];
  },
  correctModal: saying => [correctModal({ n: OFFER_ID }, problemOf(saying))],
  form: saying => [
    form({
      callbackId: 'a-form',
      metadata: {},
      title: saying.text,
      submit: saying.text,
      problem: problemOf(saying),
      fields: [textField({ id: 'f', label: saying.text, hint: saying.text }, 1000)],
    }),
  ],
  messageView: saying => [messageView(saying.text, problemOf(saying))],
  workingView: ({ text }) => [workingView(text)],
  reasonModal: saying => [
    reasonModal(
      { p: PLAN_ID, h: HASH, v: 'reject' },
      problemOf(saying),
      typedIn(saying.text, 2000),
    ),
  ],
  workingModal: () => [workingModal({ p: PLAN_ID, h: HASH, v: 'request-changes' })],
  messageModal: saying => [messageModal({ v: 'reject' }, problemOf(saying))],
  terminateModal: saying => {
    const preview = { ...actSaying(saying), act: 'terminate' as const };
    const metadata = { o: OFFER_ID };
    return [
      terminateModal({ metadata, preview, problem: problemOf(saying) }),
      terminateModal({ metadata, preview: { ...preview, possible: false, refusal: saying.text } }),
    ];
  },
  demandModal: ({ text }) => [demandModal({ c: 'C1', t: '1.1' }, text), demandModal()],
  planModal: ({ text }) => [planModal({ o: OFFER_ID, t: cut(text, 75), s: 'new' }), planModal()],
  handOverModal: () => [handOverModal()],
  mended: saying => [mended(planModal(), problemOf(saying))],
};
