import { formatInstant, PlanCard } from '@offerdesk/backstage-plugin-offers-common';
import { ActionsBlock, KnownBlock } from '@slack/types';
import { actionIds } from './actionIds';
import {
  actions,
  button,
  confirmation,
  context,
  Drawn,
  facts,
  fitted,
  header,
  quote,
  section,
} from './blocks';
import { offerImpactBlocks } from './offerImpact';
import { forWhom } from './notes';
import { cut, escape, inline, lines, readersDate, refWords } from './text';
import { PlanValue } from './values';
import { planStateWords, scenarioWords, verdictWords } from './words';

const SHOWN_DECISIONS = 10;

/**
 * The approval card: what is asked, by whom, for when, with its impact; and how far the approval is.
 * It has decision buttons only while the plan waits for a decision.
 */
export function approvalCard(card: PlanCard): Drawn {
  const title = `${planStateWords[card.state]}: ${card.title}`;
  return {
    text: escape(cut(`${title}. Asked by ${card.requestedBy.name}.`, 500)),
    blocks: fitted(
      [header(title), summary(card), ...noteBlocks(card), ...missingBlocks(card)],
      card.impact.map(impact => offerImpactBlocks(impact)),
      [...aloneBlocks(card), ...decisionBlocks(card), buttons(card)],
      left => context(`… and ${left} more ${left === 1 ? 'offer' : 'offers'}: see the portal`),
    ),
  };
}

function summary(card: PlanCard): KnownBlock {
  const { given, required, expiresAt } = card.approval;
  const zone = card.releaseZone === 'UTC' ? '' : ` (${inline(card.releaseZone)})`;
  const inPlanZone = `${formatInstant(card.releaseAt, card.releaseZone)}${zone}`;
  return facts([
    ['Scenario', scenarioWords(card.scenario)],
    ['Asked by', inline(card.requestedBy.name)],
    ['Release date', `${readersDate(card.releaseAt)}\n_planned as ${inPlanZone}_`],
    ['Approvals', `${given} of ${required} given`],
    ['Steps', stepsWords(card)],
    ['Decide before', card.state === 'submitted' && expiresAt ? readersDate(expiresAt) : undefined],
  ]);
}

const STEP_MARKS = { met: '✅', open: '⏳', waiting: '▫️' } as const;

/** The steps where there are several: which are met, and whose turn it is. */
function stepsWords({ approval }: PlanCard): string | undefined {
  if (approval.steps.length < 2) return undefined;
  return lines(
    approval.steps.map(
      ({ title, given, needed, state }) =>
        `${STEP_MARKS[state]} ${inline(title, 80)}: ${given} of ${needed}`,
    ),
    1500,
  );
}

/** Who approved alone, in an emergency. */
function aloneBlocks({ approval }: PlanCard): KnownBlock[] {
  const { breakGlass } = approval;
  if (!breakGlass) return [];
  const [mark, did] = verdictWords['break-glass'];
  const who = inline(refWords(breakGlass.by));
  return [
    section(
      `${mark} *${who}* ${did} ${readersDate(breakGlass.at)}: “${inline(breakGlass.reason, 150)}”`,
    ),
  ];
}

function noteBlocks({ note, requestedBy }: PlanCard): KnownBlock[] {
  if (!note.trim()) return [];
  return [section(`*Note from ${inline(requestedBy.name)}*`), quote(note, 1500)];
}

function missingBlocks({ missing }: PlanCard): KnownBlock[] {
  if (missing.length === 0) return [];
  const items = missing.map(item => `• ${inline(item, 300)}`);
  return [section(`⚠️ *Still missing*\n${lines(items, 1500)}`)];
}

function decisionBlocks({ decisions }: PlanCard): KnownBlock[] {
  if (decisions.length === 0) return [];
  const shown = decisions
    .slice(-SHOWN_DECISIONS)
    .map(({ decider, onBehalfOf, verdict, at, reason, voided }) => {
      const [mark, did] = verdictWords[verdict];
      const why = reason ? `: “${inline(reason, 150)}”` : '';
      const counts = voided
        ? ' _(counts no more: the change is another one now, or its decider had a part in it)_'
        : '';
      return `${mark} *${inline(decider.name)}*${forWhom({ onBehalfOf })} ${did} ${readersDate(at)}${why}${counts}`;
    });
  const left = decisions.length - shown.length;
  const earlier = left > 0 ? [`_${left} earlier: see the portal_`] : [];
  return [section(`*Decisions*\n${lines([...earlier, ...shown])}`)];
}

function buttons(card: PlanCard): ActionsBlock {
  const details = button({ action: actionIds.open, text: 'Details', url: card.url });
  const turn = card.approval.steps.find(({ state }) => state === 'open');
  if (card.state !== 'submitted' || turn?.decideIn === 'portal') return actions(details);
  const value: PlanValue = { p: card.planId, h: card.contentHash };
  const carried = JSON.stringify(value);
  return actions(
    button({
      action: actionIds.approve,
      text: 'Approve',
      style: 'primary',
      value: carried,
      confirm: confirmation({
        title: 'Approve this plan?',
        text: `You approve “${cut(card.title, 120)}” as this card shows it. A change of its content asks for approval again.`,
        confirm: 'Approve',
      }),
    }),
    button({ action: actionIds.reject, text: 'Reject…', style: 'danger', value: carried }),
    button({ action: actionIds.requestChanges, text: 'Request changes…', value: carried }),
    details,
  );
}
