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
import { changeLines } from './changeKinds';
import { gateOfPlan } from './gate';
import { selectImplementers, selectTerminations } from './itemStore';
import { itemsOf } from './items';

/** Everyone who wrote or implements what a plan brings, or made, changed or submitted it: they cannot decide on it (rule 4). */
export async function excludedFrom(connection: Connection, plan: StoredPlan): Promise<string[]> {
  const authors = await authorsOf(connection, await selectPlanOffers(connection, [plan.id]));
  const planAuthors = await selectPlanAuthors(connection, [plan.id]);
  const implementers = await selectImplementers(connection, [plan.id]);
  return [
    ...new Set([
      ...authors,
      ...planAuthors.map(({ author }) => author),
      ...implementers.map(({ person }) => person),
    ]),
  ];
}

/** Plans as rows of a list. */
export async function planSummaries(
  ctx: Pick<Context, 'settings'>,
  connection: Connection,
  plans: readonly StoredPlan[],
): Promise<PlanSummary[]> {
  const ids = plans.map(({ id }) => id);
  const brought = await selectPlanOffers(connection, ids);
  const terminations = await selectTerminations(connection, ids);
  const offers = await offersBy(connection, [
    ...new Set([
      ...brought.map(({ offerId }) => offerId),
      ...terminations.map(({ termination }) => termination.offerId),
    ]),
  ]);
  const namedIn = (offerIds: readonly string[]) =>
    offerIds.flatMap(offerId => offers.filter(({ id }) => id === offerId).map(named));
  const decisions = await decisionsOn(connection, ids);
  return plans.map(plan => ({
    ...head(plan, progressOf(ctx.settings.approval, plan, decisions.get(plan.id) ?? [])),
    offers: namedIn(
      brought.filter(({ planId }) => planId === plan.id).map(({ offerId }) => offerId),
    ),
    ends: namedIn(
      terminations
        .filter(({ planId }) => planId === plan.id)
        .map(({ termination }) => termination.offerId),
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
  const items = await itemsOf(connection, plan);
  const implementers = await selectImplementers(connection, [plan.id]);
  const ending = await offersBy(
    connection,
    items.terminations.map(({ offerId }) => offerId),
  );
  const decisions = await decisionsOnPlan(connection, plan.id);
  const excluded = await excludedFrom(connection, plan);
  const { approval, portalUrl } = ctx.settings;
  return {
    ...head(plan, progressOf(approval, plan, decisions)),
    offers: items.offers.map(({ offer }) => named(offer)),
    ends: ending.map(named),
    note: plan.note,
    contentHash: plan.contentHash,
    ...(plan.submittedBy ? { submittedBy: plan.submittedBy } : {}),
    ...(plan.submittedAt ? { submittedAt: plan.submittedAt } : {}),
    ...(plan.releasedBy ? { releasedBy: plan.releasedBy } : {}),
    ...(plan.releasedAt ? { releasedAt: plan.releasedAt } : {}),
    terminations: items.terminations,
    changes: items.changes,
    structure: await changeLines(connection, items.changes),
    implementers: implementers.map(({ person }) => person),
    ...(plan.toldFor ? { toldFor: plan.toldFor } : {}),
    gate: await gateOfPlan(ctx, connection, plan),
    impact: plan.impact,
    decisions: decisions.map(decision => decisionView(decision, plan.contentHash)),
    approvers: [...approval.approvers],
    deliveries: await deliveriesOf(connection, plan.id),
    ...whatNext(ctx, actor, plan, excluded, decisions),
    url: `${portalUrl}/offers/plans/${plan.id}`,
  };
}

function named({ id, name, title }: PlanSummary['offers'][number]) {
  return { id, name, title };
}

function head(plan: StoredPlan, approval: ApprovalProgress) {
  const { id, title, scenario, state, releaseAt, releaseZone, createdBy, revision, updatedAt } =
    plan;
  const { preparationAt, preparationZone } = plan;
  return {
    id,
    title,
    scenario,
    state,
    stage: stageOf(state),
    releaseAt,
    releaseZone,
    ...(preparationAt ? { preparationAt } : {}),
    ...(preparationZone ? { preparationZone } : {}),
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
      implement: manages && nextPlanState(plan.state, 'implement') !== undefined,
      makeReady: manages && nextPlanState(plan.state, 'make-ready') !== undefined,
      release: actor.can.has('release') && ['approved', 'ready'].includes(plan.state),
      cancel: manages && !isFinalPlanState(plan.state),
    },
    ...(isOpen && refusal ? { decideRefusal: problemTable[refusal][1] } : {}),
  };
}
