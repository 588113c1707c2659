import { OfferCard, PlanSummary, WaitingPlans } from '@offerdesk/backstage-plugin-offers-common';
import { HomeView, KnownBlock } from '@slack/types';
import { Names } from '../backend/names';
import { actionIds } from './actionIds';
import { actions, button, context, header, section } from './blocks';
import { decisionButtons } from './decisionButtons';
import { called, cut, inline, lines, readersDate } from './text';
import { CommentValue } from './values';
import { planStateWords, scenarioWords } from './words';

/** What the App Home of a person shows. */
export interface HomeParts {
  waiting: WaitingPlans;
  mine: readonly PlanSummary[];
  news: readonly OfferCard[];
  /** whether this is not the first page of what waits */
  isLater: boolean;
  /** what the person may do, and whether they approve, where the portal has told it */
  can?: readonly string[] | undefined;
  approver?: boolean | undefined;
  /** what those are called whom the plans name by their refs */
  names: Names;
  /** what came of a press here, in mrkdwn */
  notice?: string | undefined;
}

/** How many of the waiting plans a page shows: two blocks each, of the hundred that Slack takes. */
export const HOME_PAGE = 10;

/** The App Home: what waits for the person, what became of their own plans, and what is new for them. */
export function home(parts: HomeParts): HomeView & { blocks: KnownBlock[] } {
  return {
    type: 'home',
    blocks: [
      ...(parts.notice ? [section(cut(parts.notice, 2900))] : []),
      ...waitingBlocks(parts),
      ...plansBlocks(parts),
      ...listBlocks('✨ New for you', parts.news.map(offerLine), 'Nothing is offered to you yet.'),
      actions(
        button({ action: actionIds.raiseDemand, text: 'Raise a demand…' }),
        ...(may(parts, 'managePlan')
          ? [button({ action: actionIds.startPlan, text: 'Start a plan…' })]
          : []),
        // Who approves need not hold a role: that something waits for them says it too.
        ...(may(parts, 'readAll') || parts.waiting.total > 0
          ? [button({ action: actionIds.handOver, text: 'Hand my approvals over…' })]
          : []),
        button({ action: actionIds.refreshHome, text: 'Refresh' }),
      ),
    ],
  };
}

/** Whether to offer something: also where it is not known, since the portal decides. */
function may({ can }: HomeParts, capability: string): boolean {
  return can === undefined || can.includes(capability);
}

function plansBlocks(parts: HomeParts): KnownBlock[] {
  if (parts.mine.length === 0 && !may(parts, 'managePlan')) return [];
  return listBlocks('📋 Your plans', parts.mine.map(planLine), 'You have made no plans lately.');
}

/** The App Home when it could not be filled. */
export function homeProblem(words: string): HomeView {
  return {
    type: 'home',
    blocks: [
      section(`⚠️ ${cut(words, 2900)}`),
      actions(button({ action: actionIds.refreshHome, text: 'Refresh' })),
    ],
  };
}

function waitingBlocks(parts: HomeParts): KnownBlock[] {
  const { waiting, isLater } = parts;
  const { items, total, nextCursor } = waiting;
  // Who decides on nothing begins with what is new for them.
  if (total === 0 && parts.approver === false && !may(parts, 'readAll')) return [];
  const shown = items.slice(0, HOME_PAGE);
  const lowRisk = items.filter(plan => plan.lowRisk && plan.decideIn === 'anywhere');
  const turning = [
    ...(isLater ? [button({ action: actionIds.refreshHome, text: 'From the beginning' })] : []),
    ...(nextCursor
      ? [button({ action: actionIds.homePage, text: 'Next', value: nextCursor.slice(0, 2000) })]
      : []),
    ...(lowRisk.length > 1
      ? [button({ action: actionIds.batch, text: 'Approve several…', style: 'primary' as const })]
      : []),
  ];
  return [
    header(total > 0 ? `⏳ Waiting for you (${total})` : '⏳ Waiting for you'),
    ...(total === 0 ? [context('Nothing waits for your decision.')] : []),
    ...shown.flatMap(plan => planBlocks(plan, parts.names)),
    ...(turning.length > 0 ? [actions(...turning)] : []),
    ...(total > shown.length
      ? [context(`${shown.length} of ${total} are shown: the portal shows all of them.`)]
      : []),
  ];
}

function planBlocks(plan: WaitingPlans['items'][number], names: Names): KnownBlock[] {
  const { title, scenario, requestedBy, requestedByName, releaseAt } = plan;
  const { step, given, required, onBehalfOf, expiresAt, decideIn, url } = plan;
  const facts = [
    `*${inline(title)}* · ${scenarioWords(scenario)}`,
    `Asked by ${inline(requestedByName ?? called(requestedBy, names), 80)}, to be released ${readersDate(releaseAt)}`,
    `${inline(step, 80)}: ${given} of ${required} approvals given`,
    ...(onBehalfOf ? [`🤝 You decide for *${inline(called(onBehalfOf, names), 80)}*`] : []),
    ...(expiresAt ? [`Decide before ${readersDate(expiresAt)}`] : []),
  ];
  const inPortal = decideIn === 'portal';
  const value: CommentValue = { p: plan.id };
  return [
    section(facts.join('\n')),
    actions(
      ...(inPortal
        ? []
        : decisionButtons({ planId: plan.id, contentHash: plan.contentHash, title })),
      button({ action: actionIds.ask, text: 'Ask…', value: JSON.stringify(value) }),
      button({ action: actionIds.open, text: inPortal ? 'Decide in the portal' : 'Details', url }),
    ),
  ];
}

function listBlocks(title: string, items: readonly string[], none: string): KnownBlock[] {
  return [
    header(title),
    items.length > 0 ? section(lines(items.map(item => `• ${item}`))) : context(none),
  ];
}

/** What leads on from a state, typed with the name of an offer of the plan. */
const NEXT: Readonly<Partial<Record<PlanSummary['state'], 'plan' | 'publish'>>> = {
  draft: 'plan',
  'changes-requested': 'plan',
  approved: 'publish',
  ready: 'publish',
};

function planLine(plan: PlanSummary): string {
  const { title, state, releaseAt, approval, offers, ends } = plan;
  const { given, required } = approval;
  const progress = state === 'submitted' ? `, ${given} of ${required} approvals given` : '';
  const isOver = state === 'rejected' || state === 'cancelled';
  const date = isOver ? '' : `${state === 'released' ? '' : ', for'} ${readersDate(releaseAt)}`;
  const [offer] = [...offers, ...ends];
  const next = offer && NEXT[state] ? ` · \`/offer ${NEXT[state]} ${offer.name}\`` : '';
  return `*${inline(title, 120)}*: ${planStateWords[state]}${progress}${date}${next}`;
}

function offerLine({ title, name, summary, since }: OfferCard): string {
  const words = summary.trim() ? `: ${inline(summary, 150)}` : '';
  return `*${inline(title, 120)}*${words}\nsince ${readersDate(since)} · \`/offer show ${name}\``;
}
