import { DecisionNote, DeliveryBody } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { actionIds } from './actionIds';
import { actions, button, Drawn, quote, section } from './blocks';
import { brief, cut, escape, inline, readersDate } from './text';
import { planStateWords, surfaceWords, verdictWords } from './words';

/** The note in the card's thread: who did what, when, where and why. */
export function decisionNote(note: DecisionNote): Drawn {
  const [mark, did] = verdictWords[note.verdict];
  return {
    text: escape(cut(`${mark} ${note.decider.name} ${did}.`, 500)),
    blocks: [section(decisionLine(note)), ...reasonBlocks(note)],
  };
}

function decisionLine(note: DecisionNote): string {
  const [mark, did] = verdictWords[note.verdict];
  return `${mark} *${inline(note.decider.name)}*${forWhom(note)} ${did} ${readersDate(note.at)} ${surfaceWords[note.surface]}.`;
}

/** For whom somebody decided, where they stood in: "Ada for Mia". */
export function forWhom({ onBehalfOf }: Pick<DecisionNote, 'onBehalfOf'>): string {
  return onBehalfOf ? ` for *${inline(onBehalfOf.name)}*` : '';
}

function reasonBlocks({ reason }: DecisionNote): KnownBlock[] {
  return reason?.trim() ? [section('*Reason*'), quote(reason)] : [];
}

type BreakGlassNotice = Extract<DeliveryBody, { kind: 'break-glass-notice' }>;

/** What every approver hears in person when somebody approved alone. */
export function breakGlassNotice({ note, planTitle, url }: BreakGlassNotice): Drawn {
  const [mark, did] = verdictWords[note.verdict];
  const title = cut(planTitle, 200);
  return {
    text: brief(`${mark} ${note.decider.name} ${did} the plan “${title}”.`),
    blocks: [
      section(`*${inline(title)}*, which you could have decided on\n${decisionLine(note)}`),
      ...reasonBlocks(note),
      actions(button({ action: actionIds.open, text: 'Open the plan', url })),
    ],
  };
}

type OutcomeNotice = Extract<DeliveryBody, { kind: 'outcome-notice' }>;

/** What the requester hears in person when something became of their plan. */
export function outcomeNotice({ note, planTitle, planState, url }: OutcomeNotice): Drawn {
  const [mark, did] = verdictWords[note.verdict];
  const title = cut(planTitle, 200);
  return {
    text: brief(`${mark} ${note.decider.name} ${did} your plan “${title}”.`),
    blocks: [
      section(`Your plan *${inline(title)}*: ${planStateWords[planState]}\n${decisionLine(note)}`),
      ...reasonBlocks(note),
      ...nextStep(planState),
      actions(button({ action: actionIds.open, text: 'Open the plan', url })),
    ],
  };
}

function nextStep(state: OutcomeNotice['planState']): KnownBlock[] {
  if (state === 'approved' || state === 'ready') {
    return [
      section(
        'Next: publish it with `/offer publish` and the name of the offer, or in the portal.',
      ),
    ];
  }
  if (state === 'draft') {
    return [section('Next: submit the plan again in the portal, to ask anew.')];
  }
  if (state === 'changes-requested') {
    return [section('Next: make the changes in the portal and submit the plan again.')];
  }
  return [];
}

type CorrectionNote = Extract<DeliveryBody, { kind: 'correction-note' }>;

/** The note in the thread of an announcement that was corrected. */
export function correctionNote({ title, note, at }: CorrectionNote): Drawn {
  return {
    text: escape(cut(`✏️ Corrected: ${title}. ${note}`, 500)),
    blocks: [section(`✏️ *Corrected ${readersDate(at)}*, see above`), quote(note)],
  };
}
