import {
  ApprovalProgress,
  isFinalPlanState,
  mayDecide,
  nextPlanState,
  Plan,
  PlanSummary,
  problemTable,
  refuseDecision,
  stageOf,
} from '@offerdesk/backstage-plugin-offers-common';
import { deliveriesOf } from '../announcements/deliveries';
import { Actor, Context } from '../context';
import { Connection } from '../database/Database';
import { authorsOf, offersBy } from '../offers/reading';
import { decisionsOn, decisionsOnPlan, decisionView, progressOf } from './decisions';
import { selectPlanAuthors, selectPlanOffers, StoredDecision, StoredPlan } from './store';
import { broughtBy, gateOfPlan } from './substance';

/** Everyone who wrote what a plan brings, or made, changed or submitted it: they cannot decide on it (rule 4). */
export async function excludedFrom(connection: Connection, plan: StoredPlan): Promise<string[]> {
  const authors = await authorsOf(connection, await selectPlanOffers(connection, [plan.id]));
  const planAuthors = await selectPlanAuthors(connection, [plan.id]);
  return [...new Set([...authors, ...planAuthors.map(({ author }) => author)])];
}

/** Plans as rows of a list. */
export async function planSummaries(
  ctx: Pick<Context, 'settings'>,
  connection: Connection,
  plans: readonly StoredPlan[],
): Promise<PlanSummary[]> {
  const ids = plans.map(({ id }) => id);
  const brought = await selectPlanOffers(connection, ids);
  const offers = await offersBy(connection, [...new Set(brought.map(({ offerId }) => offerId))]);
  const decisions = await decisionsOn(connection, ids);
  return plans.map(plan => ({
    ...head(plan, progressOf(ctx.settings.approval, plan, decisions.get(plan.id) ?? [])),
    offers: brought
      .filter(({ planId }) => planId === plan.id)
      .flatMap(({ offerId }) =>
        offers
          .filter(({ id }) => id === offerId)
          .map(({ id, name, title }) => ({ id, name, title })),
      ),
  }));
}

/** Everything about a plan, for one person. */
export async function planView(
  ctx: Context,
  connection: Connection,
  actor: Actor,
  plan: StoredPlan,
): Promise<Plan> {
  const brought = await broughtBy(connection, plan.id);
  const decisions = await decisionsOnPlan(connection, plan.id);
  const excluded = await excludedFrom(connection, plan);
  const { approval, portalUrl } = ctx.settings;
  return {
    ...head(plan, progressOf(approval, plan, decisions)),
    offers: brought.map(({ offer }) => ({ id: offer.id, name: offer.name, title: offer.title })),
    note: plan.note,
    contentHash: plan.contentHash,
    ...(plan.submittedBy ? { submittedBy: plan.submittedBy } : {}),
    ...(plan.submittedAt ? { submittedAt: plan.submittedAt } : {}),
    ...(plan.releasedBy ? { releasedBy: plan.releasedBy } : {}),
    ...(plan.releasedAt ? { releasedAt: plan.releasedAt } : {}),
    gate: gateOfPlan(ctx, plan, brought),
    impact: plan.impact,
    decisions: decisions.map(decision => decisionView(decision, plan.contentHash)),
    approvers: [...approval.approvers],
    deliveries: await deliveriesOf(connection, plan.id),
    ...whatNext(ctx, actor, plan, excluded, decisions),
    url: `${portalUrl}/offers/plans/${plan.id}`,
  };
}

function head(plan: StoredPlan, approval: ApprovalProgress) {
  const { id, title, scenario, state, releaseAt, releaseZone, createdBy, revision, updatedAt } =
    plan;
  return {
    id,
    title,
    scenario,
    state,
    stage: stageOf(state),
    releaseAt,
    releaseZone,
    createdBy,
    approval,
    revision,
    updatedAt,
  };
}

function whatNext(
  ctx: Context,
  actor: Actor,
  plan: StoredPlan,
  excluded: readonly string[],
  decisions: readonly StoredDecision[],
): Pick<Plan, 'can' | 'decideRefusal'> {
  const input = {
    policy: ctx.settings.approval,
    decider: { ref: actor.ref, principals: actor.principals },
    excluded,
    decisions,
    currentHash: plan.contentHash,
  };
  const manages = actor.can.has('managePlan');
  const isOpen = plan.state === 'submitted';
  const refusal = refuseDecision({
    ...input,
    planOpen: isOpen,
    decidedHash: plan.contentHash,
    verdict: 'approve',
    reason: undefined,
  });
  return {
    can: {
      edit: manages && !isFinalPlanState(plan.state),
      submit: manages && nextPlanState(plan.state, 'submit') !== undefined,
      decide: isOpen && mayDecide(input),
      release: actor.can.has('release') && plan.state === 'approved',
      cancel: manages && !isFinalPlanState(plan.state),
    },
    ...(isOpen && refusal ? { decideRefusal: problemTable[refusal][1] } : {}),
  };
}
