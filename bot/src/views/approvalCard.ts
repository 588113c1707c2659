import { formatInstant, PlanCard } from '@offerdesk/backstage-plugin-offers-common';
import { ActionsBlock, KnownBlock } from '@slack/types';
import { actionIds } from './actionIds';
import { actions, button, context, Drawn, facts, fitted, header, section } from './blocks';
import { aloneBlocks, cautionBlocks, decisionBlocks, noteBlocks } from './cardNotices';
import { decisionButtons } from './decisionButtons';
import { offerImpactBlocks } from './offerImpact';
import { structureBlocks } from './structureChanges';
import { cut, escape, inline, lines, readersDate } from './text';
import { CommentValue } from './values';
import { turnBlocks } from './turn';
import { planStateWords, scenarioWords } from './words';

/**
 * The approval card: what is asked, by whom, for when, with its impact; and how far the approval is. It has
 * decision buttons only while the plan waits for a decision, in Slack, and of whoever reads this copy.
 */
export function approvalCard(card: PlanCard): Drawn {
  const title = `${stateWords(card)}: ${card.title}`;
  const isOpen = card.state === 'submitted';
  const decided = [...aloneBlocks(card), ...decisionBlocks(card)];
  return {
    text: escape(cut(`${title}. Asked by ${card.requestedBy.name}.`, 500)),
    blocks: fitted(
      [
        header(title),
        ...turnBlocks(card.turn),
        // Once it is decided, who decided is what a reader looks for first.
        ...(isOpen ? [] : [...decided, ...nextBlocks(card)]),
        summary(card),
        ...noteBlocks(card),
        ...cautionBlocks(card),
      ],
      [
        ...card.impact.map(impact => offerImpactBlocks(impact)),
        ...structureBlocks(card.structure),
      ].filter(part => part.length > 0),
      [...(isOpen ? decided : []), ...readerBlocks(card), buttons(card)],
      left => context(`… and ${left} more: see the portal`),
    ),
  };
}

/** What the state is called on a card that was asked about: a draft was more than that before. */
function stateWords({ state, turn }: PlanCard): string {
  if (state !== 'draft' || !turn) return planStateWords[state];
  return turn.what === 'expire' ? '⌛ Expired' : '↩️ Taken back';
}

/** Whose turn it is once nobody decides any more; nobody's where the plan is over. */
function nextBlocks({ state, requestedBy }: PlanCard): KnownBlock[] {
  const author = `*${inline(requestedBy.name)}*`;
  const next: Partial<Record<PlanCard['state'], string>> = {
    draft: `${author} submits it again, if it is wanted still.`,
    'changes-requested': `${author} makes the changes, and submits it again.`,
    approved: `${author}, or another catalog manager, publishes it.`,
    implementing: 'it is being implemented, and is published once that is done.',
    ready: `${author}, or another catalog manager, publishes it.`,
  };
  const words = next[state];
  return words ? [section(`👉 Next: ${words}`)] : [];
}

/** In the place of the card of somebody who approves the plan no more; it tells nothing of the plan. */
export function withdrawnCard(): Drawn {
  const text = 'This approval does not wait for you any more.';
  return { text, blocks: [section(`↪️ ${text}`)] };
}

function summary(card: PlanCard): KnownBlock {
  const { expiresAt } = card.approval;
  const zone = card.releaseZone === 'UTC' ? '' : ` (${inline(card.releaseZone)})`;
  const inPlanZone = `${formatInstant(card.releaseAt, card.releaseZone)}${zone}`;
  return facts([
    ['Scenario', scenarioWords(card.scenario)],
    ['Asked by', inline(card.requestedBy.name)],
    ['Release date', `${readersDate(card.releaseAt)}\n_planned as ${inPlanZone}_`],
    ['Approvals', quorumWords(card)],
    ['Steps', stepsWords(card)],
    ['Decide before', card.state === 'submitted' && expiresAt ? readersDate(expiresAt) : undefined],
  ]);
}

function quorumWords({ approval: { given, required } }: PlanCard): string {
  return `${given} of ${required} given`;
}

const STEP_MARKS = { met: '✅', open: '⏳', waiting: '▫️' } as const;

/** The steps where there are several: which are met, whose turn it is, and when it escalates. */
function stepsWords({ state, approval }: PlanCard): string | undefined {
  const [first, ...more] = approval.steps;
  if (!first || (more.length === 0 && first.escalatesAt === undefined)) return undefined;
  return lines(
    approval.steps.map(step => {
      const isTurn = state === 'submitted' && step.state === 'open' && step.escalatesAt;
      const escalates = isTurn ? `, escalates ${readersDate(step.escalatesAt ?? '')}` : '';
      return `${STEP_MARKS[step.state]} ${inline(step.title, 80)}: ${step.given} of ${step.needed}${escalates}`;
    }),
    1500,
  );
}

/** Whether the step whose turn it is is decided in the portal alone. */
export function isDecidedInPortal({ approval }: Pick<PlanCard, 'approval'>): boolean {
  return approval.steps.find(({ state }) => state === 'open')?.decideIn === 'portal';
}

/** What the reader of this copy has to know: for whom they decide, or why not. */
function readerBlocks(card: PlanCard): KnownBlock[] {
  if (card.state !== 'submitted') return [];
  if (isDecidedInPortal(card)) {
    return [section('🔒 The policy wants this decided in the portal: open the plan there.')];
  }
  const { reader } = card;
  if (reader?.refusal) return [section(`↪️ ${inline(reader.refusal, 300)}`)];
  if (reader?.onBehalfOf) {
    return [section(`🤝 You decide for *${inline(reader.onBehalfOf.name)}*.`)];
  }
  return [];
}

function buttons(card: PlanCard): ActionsBlock {
  const isOpen = card.state === 'submitted';
  const inPortal = isOpen && isDecidedInPortal(card);
  const details = button({
    action: actionIds.open,
    text: inPortal ? 'Decide in the portal' : 'Details',
    url: card.url,
    ...(inPortal ? { style: 'primary' as const } : {}),
  });
  const decides = isOpen && !inPortal && card.reader?.canDecide !== false;
  const ask = button({
    action: actionIds.ask,
    text: 'Ask…',
    value: JSON.stringify({ p: card.planId } satisfies CommentValue),
  });
  return actions(...(decides ? decisionButtons(card) : []), ...(isOpen ? [ask] : []), details);
}
