import {
  ApprovalProgress,
  Decider,
  Gate,
  isFinalPlanState,
  nextPlanState,
  Plan,
  PlanSummary,
  stageOf,
} from '@offerdesk/backstage-plugin-offers-common';
import { deliveriesOf } from '../announcements/deliveries';
import { Actor, Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { offersBy } from '../offers/reading';
import { structureLines } from '../structure/words';
import { decisionView, Standing, standingOf, standingsOf } from './decisions';
import { gateOfPlan } from './gate';
import { selectImplementers, selectTerminations } from './itemStore';
import { itemsOf } from './items';
import { selectPlanOffers, StoredPlan } from './store';
import { whatToDecide } from './whatToDecide';

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
  const standings = await standingsOf(ctx, connection, plans);
  return plans.map(plan => ({
    ...head(plan),
    approval: inShort(standings.get(plan.id)),
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

function inShort(standing: Standing | undefined): ApprovalProgress {
  const { given, required, outcome } = standing?.approval ?? {
    given: 0,
    required: 0,
    outcome: 'open',
  };
  return { given, required, outcome };
}

/**
 * Everything about a plan, for one person.
 *
 * @param standsInFor - whom the person stands in for; asked of the software catalogue beforehand
 * @param judged - its gate, where this transaction has just asked for it
 */
export async function planView(
  ctx: Context,
  connection: Connection,
  actor: Actor,
  plan: StoredPlan,
  standsInFor: readonly Decider[] = [],
  judged?: Gate,
): Promise<Plan> {
  const items = await itemsOf(connection, plan);
  const implementers = await selectImplementers(connection, [plan.id]);
  const ending = await offersBy(
    connection,
    items.terminations.map(({ offerId }) => offerId),
  );
  const standing = await standingOf(ctx, connection, plan);
  const { approval, asked, decisions } = standing;
  const deciding = whatToDecide(ctx, actor, plan, { standing, standsInFor, at: nowOf(ctx) });
  return {
    ...head(plan),
    approval,
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
    structure: await structureLines(ctx, connection, { ...plan, ...items }, nowOf(ctx)),
    implementers: implementers.map(({ person }) => person),
    ...(plan.toldFor ? { toldFor: plan.toldFor } : {}),
    gate: judged ?? (await gateOfPlan(ctx, connection, plan)),
    impact: plan.impact,
    decisions: decisions.map(decision => decisionView(decision, plan.contentHash)),
    approvers: [...new Set(asked.steps.flatMap(({ approvers }) => approvers))],
    deliveries: await deliveriesOf(connection, plan.id),
    ...deciding.shown,
    can: {
      ...whatNext(actor, plan),
      decide: deciding.mayDecide,
      breakGlass: deciding.mayBreakGlass,
    },
    url: `${ctx.settings.portalUrl}/offers/plans/${plan.id}`,
  };
}

function named({ id, name, title }: PlanSummary['offers'][number]) {
  return { id, name, title };
}

function head(plan: StoredPlan) {
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
    revision,
    updatedAt,
  };
}

function whatNext(actor: Actor, plan: StoredPlan): Omit<Plan['can'], 'decide' | 'breakGlass'> {
  const manages = actor.can.has('managePlan');
  return {
    edit: manages && !isFinalPlanState(plan.state),
    submit: manages && nextPlanState(plan.state, 'submit') !== undefined,
    implement: manages && nextPlanState(plan.state, 'implement') !== undefined,
    makeReady: manages && nextPlanState(plan.state, 'make-ready') !== undefined,
    release: actor.can.has('release') && ['approved', 'ready'].includes(plan.state),
    cancel: manages && !isFinalPlanState(plan.state),
  };
}
