import {
  ApprovalProgress,
  Gate,
  OfferImpact,
  PlanState,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { decisionsOnPlan, progressOf, WeighedDecision } from './decisions';
import { gateOfPlan } from './gate';
import { selectPlan } from './store';

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
  gate: Gate;
  approval: ApprovalProgress;
  decisions: WeighedDecision[];
  url: string;
}

/** A plan as its messages show it, or undefined when there is none. */
export async function planForCard(ctx: Context, planId: string): Promise<PlanForCard | undefined> {
  const plan = await selectPlan(ctx.db.knex, planId);
  if (!plan) return undefined;
  const decisions = await decisionsOnPlan(ctx.db.knex, planId);
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
    gate: await gateOfPlan(ctx, ctx.db.knex, plan),
    approval: progressOf(ctx.settings.approval, plan, decisions),
    decisions,
    url: `${ctx.settings.portalUrl}/offers/plans/${planId}`,
  };
}
