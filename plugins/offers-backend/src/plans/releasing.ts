import type { Knex } from 'knex';
import { redrawCards, tellRequester, tellThreads } from '../announcements/cards';
import { record } from '../audit/audit';
import { Actor, Context } from '../context';
import { Connection } from '../database/Database';
import { demandOfPlanReleased } from '../demand/linking';
import { DraftedOffer } from '../offers/reading';
import { decisionsOnPlan, progressOf } from './decisions';
import { after } from './state';
import { endPlanOffers, lockPlan, selectPlan, StoredPlan, updatePlan } from './store';
import { broughtBy, hashOf } from './substance';

/** A plan as the release looks at it. */
export interface PlanToRelease {
  plan: StoredPlan;
  brought: DraftedOffer[];
  /** the hash of what would be released now */
  currentHash: string;
  /** the hash that was approved, if any is */
  approvedHash: string | undefined;
}

/** Reads a plan for a preview of its release. */
export async function planToRelease(
  ctx: Pick<Context, 'settings'>,
  connection: Connection,
  id: string,
): Promise<PlanToRelease | undefined> {
  const plan = await selectPlan(connection, id);
  return plan && withApproval(ctx, connection, plan);
}

/** Reads a plan for its release, and locks it: of many releases one takes place (rule 5). */
export async function lockPlanToRelease(
  ctx: Pick<Context, 'settings'>,
  tx: Knex.Transaction,
  id: string,
): Promise<PlanToRelease | undefined> {
  const plan = await lockPlan(tx, id);
  return plan && withApproval(ctx, tx, plan);
}

async function withApproval(
  ctx: Pick<Context, 'settings'>,
  connection: Connection,
  plan: StoredPlan,
): Promise<PlanToRelease> {
  const brought = await broughtBy(connection, plan.id);
  const decisions = await decisionsOnPlan(connection, plan.id);
  const { outcome } = progressOf(ctx.settings.approval, plan, decisions);
  return {
    plan,
    brought,
    currentHash: hashOf(plan, brought),
    approvedHash: outcome === 'approved' ? plan.contentHash : undefined,
  };
}

/**
 * Takes an approved plan through Implement to released, and tells everyone who has its card.
 * @param from - the instant from which each offer is offered
 */
export async function markReleased(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  plan: StoredPlan,
  { at, from }: { at: string; from: ReadonlyMap<string, string> },
): Promise<StoredPlan> {
  const implementing = after(plan, 'implement', at);
  const ready = after(implementing, 'make-ready', at);
  const released = {
    ...after(ready, 'release', at),
    releasedBy: actor.ref,
    releasedAt: at,
    impact: plan.impact.map(each => ({ ...each, from: from.get(each.offerId) ?? each.from })),
  };
  const stored = await updatePlan(tx, released);
  await endPlanOffers(tx, plan.id);
  await demandOfPlanReleased(tx, actor, { planId: plan.id, at });
  const entry = {
    at,
    actor: actor.ref,
    surface: actor.surface,
    subjectKind: 'plan' as const,
    subjectId: plan.id,
  };
  await record(
    tx,
    {
      ...entry,
      action: 'plan.implement',
      change: { before: plan.state, state: implementing.state },
    },
    { ...entry, action: 'plan.make-ready', change: { state: ready.state } },
    { ...entry, action: 'plan.release', change: { state: stored.state } },
  );
  const happening = {
    decider: actor.ref,
    verdict: 'release' as const,
    surface: actor.surface,
    at,
  };
  await redrawCards(ctx, tx, stored, at);
  await tellThreads(ctx, tx, stored, happening);
  await tellRequester(ctx, tx, stored, happening);
  return stored;
}
