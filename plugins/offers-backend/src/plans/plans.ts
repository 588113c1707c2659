import {
  Plan,
  planManagePermission,
  PlanPage,
  PlansQuery,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { latestAfter, latestPage } from '../api/latestPage';
import { Actor, Context, nowOf } from '../context';
import { offerBy } from '../offers/reading';
import { found, Refusal } from '../refusal';
import { whomFor } from '../delegations/delegations';
import { itemsOf } from './items';
import { plansReadBy, requireReaderOf } from './readers';
import { selectPlan, selectPlans, StoredPlan, updatePlan } from './store';
import { audienceOf, impactOf, PeopleCount } from './substance';
import { turnOf } from './turn';
import { planSummaries, planView } from './view';
import { lockWholePlan, readWholePlan } from './wholePlanStore';

/** @throws Refusal `not-allowed` when the person does not manage plans */
export async function requirePlanManager(ctx: Context, actor: Actor): Promise<void> {
  if (!actor.can.has('managePlan')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, planManagePermission);
}

/** A page of plans, latest change first; who was found as an approver finds those that they are asked about. */
export async function listPlans(
  ctx: Context,
  actor: Actor,
  { cursor, offer, requestedBy, ...query }: PlansQuery,
): Promise<PlanPage> {
  const read = await plansReadBy(ctx, actor, await whomFor(ctx, actor.ref, nowOf(ctx)));
  const after = latestAfter(cursor);
  const wanted = offer ? await offerBy(ctx.db.knex, offer) : undefined;
  if (offer && !wanted) return { items: [] };
  const rows = await selectPlans(ctx.db.knex, {
    query,
    offerId: wanted?.id,
    requester: requestedBy === 'me' ? actor.ref : undefined,
    askedOf: read === 'all' ? undefined : read,
    after,
  });
  const { page, next } = latestPage(rows, query.limit);
  return { items: await planSummaries(ctx, ctx.db.knex, page), ...next };
}

/** One plan with everything about it. */
export async function getPlan(ctx: Context, actor: Actor, id: string): Promise<Plan> {
  const standsInFor = await whomFor(ctx, actor.ref, nowOf(ctx));
  await requireReaderOf(ctx, actor, id, standsInFor);
  // It changes nothing: a transaction reads once what its parts each ask for.
  return ctx.db.transaction(async tx => {
    const plan = found(await selectPlan(tx, id));
    await readWholePlan(tx, id);
    const turn = await turnOf(tx, plan);
    return {
      ...(await planView(ctx, tx, actor, plan, standsInFor)),
      ...(turn ? { turn } : {}),
    };
  });
}

/** Locks a plan at the revision that was read, and reads ahead what it is made of. */
export async function planAt(
  tx: Knex.Transaction,
  id: string,
  revision: number,
): Promise<StoredPlan> {
  const plan = found(await lockWholePlan(tx, id));
  if (plan.revision !== revision) throw new Refusal('conflict');
  return plan;
}

/** The people in the audiences of a plan, asked before the transaction. */
export async function peopleOfPlan(ctx: Context, planId: string): Promise<PeopleCount> {
  const plan = await selectPlan(ctx.db.knex, planId);
  const principals = plan ? await audienceOf(ctx.db.knex, await itemsOf(ctx.db.knex, plan)) : [];
  return ctx.directory.count(principals);
}

/** Stores the plan with its impact as of now. */
export async function withImpact(
  tx: Knex.Transaction,
  plan: StoredPlan,
  people: PeopleCount,
): Promise<StoredPlan> {
  const items = await itemsOf(tx, plan);
  return updatePlan(tx, { ...plan, impact: await impactOf(tx, plan, items, people) });
}
