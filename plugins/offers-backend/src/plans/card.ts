import {
  AskedStep,
  CardClash,
  Change,
  currentStep,
  Gate,
  OfferImpact,
  PlanApproval,
  PlanState,
  PlanTurn,
  seatOf,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { structureLines } from '../structure/words';
import { clashesWith } from './cardClashes';
import { Standing, standingOf, WeighedDecision } from './decisions';
import { gateOfPlan } from './gate';
import { selectChanges } from './itemStore';
import { itemsOf } from './items';
import { selectPlan, StoredPlan } from './store';
import { turnOf } from './turn';

/** The narrow view of a plan that its messages are drawn from. */
export interface PlanForCard {
  planId: string;
  title: string;
  scenario: string;
  state: PlanState;
  note: string;
  contentHash: string;
  requestedBy: string;
  releaseAt: string;
  releaseZone: string;
  impact: OfferImpact[];
  structure: Change[];
  clashes: CardClash[];
  gate: Gate;
  approval: PlanApproval;
  standing: Standing;
  /** the groups and users that it asks */
  asks: string[];
  decisions: WeighedDecision[];
  /** what brought it into the state that it is in */
  turn: PlanTurn | undefined;
  url: string;
}

async function structureOf(ctx: Context, plan: StoredPlan): Promise<Change[]> {
  const { knex } = ctx.db;
  if ((await selectChanges(knex, [plan.id])).length === 0) return [];
  const items = await itemsOf(knex, plan);
  return structureLines(ctx, knex, { ...plan, ...items }, nowOf(ctx));
}

/** A plan as its messages show it, or undefined when there is none. */
export async function planForCard(ctx: Context, planId: string): Promise<PlanForCard | undefined> {
  const plan = await selectPlan(ctx.db.knex, planId);
  if (!plan) return undefined;
  const standing = await standingOf(ctx, ctx.db.knex, plan);
  return {
    planId,
    title: plan.title,
    scenario: plan.scenario,
    state: plan.state,
    note: plan.note,
    contentHash: plan.contentHash,
    requestedBy: plan.submittedBy ?? plan.createdBy,
    releaseAt: plan.releaseAt,
    releaseZone: plan.releaseZone,
    impact: plan.impact,
    structure: await structureOf(ctx, plan),
    clashes: await clashesWith(ctx, plan),
    gate: await gateOfPlan(ctx, ctx.db.knex, plan),
    approval: standing.approval,
    decisions: standing.decisions,
    turn: await turnOf(ctx.db.knex, plan),
    standing,
    asks: standing.asked.steps.flatMap(({ approvers, escalation }) => [
      ...approvers,
      ...(escalation?.approvers ?? []),
    ]),
    url: `${ctx.settings.portalUrl}/offers/plans/${planId}`,
  };
}

/**
 * The step that a person is reminded of, or undefined when there is nothing to remind them of: the plan
 * does not wait any more, for this content, in this step; or they, or for whom they stand in, have decided
 * or had a part in it.
 */
export function stepToRemindOf(
  { state, contentHash, standing }: PlanForCard,
  reminded: { contentHash: string; step: string; onBehalfOf?: string },
  person: string,
  at: string,
): AskedStep | undefined {
  const { asked, excluded, decisions } = standing;
  const isOver = asked.expiresAt !== undefined && asked.expiresAt <= at;
  if (state !== 'submitted' || isOver || contentHash !== reminded.contentHash) return undefined;
  const seat = reminded.onBehalfOf ?? person;
  const isOut = [person, seat].some(ref => excluded.includes(ref));
  const hasSpoken = decisions.some(
    given =>
      given.contentHash === contentHash &&
      !given.byAuthor &&
      (given.decider === person || seatOf(given) === seat),
  );
  if (isOut || hasSpoken) return undefined;
  const step = currentStep({ ...standing, currentHash: contentHash });
  return step?.id === reminded.step ? step : undefined;
}
