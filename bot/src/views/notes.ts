import { DecisionNote, DeliveryBody } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { actionIds } from './actionIds';
import { actions, button, Drawn, quote, section } from './blocks';
import { brief, cut, escape, inline, readersDate } from './text';
import { ChooseValue, OfferCommandWord } from './values';
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
  const [mark, did, so] = verdictWords[note.verdict];
  const means = so ? `: ${so}` : '';
  return `${mark} *${inline(note.decider.name)}*${forWhom(note)} ${did} ${readersDate(note.at)} ${surfaceWords[note.surface]}${means}.`;
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

interface NextStep {
  words: string;
  /** what does it in Slack, for a plan about an offer, and what its button says */
  command: OfferCommandWord;
  text: string;
}

const publish: NextStep = {
  words: 'publish it, here or in the portal. What that does is shown first.',
  command: 'publish',
  text: 'Publish…',
};

const nextSteps: Readonly<Partial<Record<OutcomeNotice['planState'], NextStep>>> = {
  approved: publish,
  ready: publish,
  draft: {
    words: 'submit the plan again, to ask anew.',
    command: 'plan',
    text: 'Show the plan',
  },
  'changes-requested': {
    words: 'make the changes in the portal, and submit the plan again.',
    command: 'plan',
    text: 'Show the plan',
  },
  rejected: {
    words: 'this plan is over. If the release is wanted still, start another.',
    command: 'plan',
    text: 'Start another plan…',
  },
};

/** What the requester hears in person when something became of their plan, and what they can do next. */
export function outcomeNotice({ note, planTitle, planState, offerId, url }: OutcomeNotice): Drawn {
  const [mark, did] = verdictWords[note.verdict];
  const title = cut(planTitle, 200);
  const { words, command, text } = nextSteps[planState] ?? {};
  const value: ChooseValue | undefined =
    offerId && command ? { c: command, n: offerId } : undefined;
  return {
    text: brief(`${mark} ${note.decider.name} ${did} your plan “${title}”.`),
    blocks: [
      section(`Your plan *${inline(title)}*: ${planStateWords[planState]}\n${decisionLine(note)}`),
      ...reasonBlocks(note),
      ...(words ? [section(`Next: ${words}`)] : []),
      actions(
        ...(value && text
          ? [
              button({
                action: actionIds.choose,
                text,
                style: 'primary',
                value: JSON.stringify(value),
              }),
            ]
          : []),
        button({ action: actionIds.open, text: 'Open the plan', url }),
      ),
    ],
  };
}

type CorrectionNote = Extract<DeliveryBody, { kind: 'correction-note' }>;

/** The note in the thread of an announcement that was corrected. */
export function correctionNote({ title, note, at }: CorrectionNote): Drawn {
  return {
    text: escape(cut(`✏️ Corrected: ${title}. ${note}`, 500)),
    blocks: [section(`✏️ *Corrected ${readersDate(at)}*, see above`), quote(note)],
  };
}
