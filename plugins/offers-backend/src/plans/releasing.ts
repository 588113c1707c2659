import type { Knex } from 'knex';
import { tellOutcome } from '../announcements/cards';
import { record } from '../audit/audit';
import { Actor, Context } from '../context';
import { Connection } from '../database/Database';
import { demandOfPlanReleased } from '../demand/linking';
import { BroughtOffer } from '../offers/reading';
import { standingOf } from './decisions';
import { endItems, itemsOf, PlanItems } from './items';
import { after } from './state';
import { lockPlan, selectPlan, StoredPlan, updatePlan } from './store';
import { hashOf } from './substance';

/** A plan as the release looks at it. */
export interface PlanToRelease {
  plan: StoredPlan;
  brought: BroughtOffer[];
  /** everything that it brings */
  items: PlanItems;
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
  const items = await itemsOf(connection, plan);
  const { outcome } = (await standingOf(ctx, connection, plan)).approval;
  return {
    plan,
    brought: items.offers,
    items,
    currentHash: hashOf(ctx, plan, items),
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
  const implementing = plan.state === 'ready' ? plan : after(plan, 'implement', at);
  const ready = plan.state === 'ready' ? plan : after(implementing, 'make-ready', at);
  const released = {
    ...after(ready, 'release', at),
    releasedBy: actor.ref,
    releasedAt: at,
    impact: plan.impact.map(each => ({ ...each, from: from.get(each.offerId) ?? each.from })),
  };
  const stored = await updatePlan(tx, released);
  await endItems(tx, plan.id);
  await demandOfPlanReleased(ctx, tx, actor, { planId: plan.id, at });
  const entry = {
    at,
    actor: actor.ref,
    surface: actor.surface,
    subjectKind: 'plan' as const,
    subjectId: plan.id,
  };
  const walked = [
    {
      ...entry,
      action: 'plan.implement',
      change: { before: plan.state, state: implementing.state },
    },
    { ...entry, action: 'plan.make-ready', change: { state: ready.state } },
  ];
  await record(tx, ...(plan.state === 'ready' ? [] : walked), {
    ...entry,
    action: 'plan.release',
    change: { state: stored.state },
  });
  const happening = {
    decider: actor.ref,
    verdict: 'release' as const,
    surface: actor.surface,
    at,
  };
  await tellOutcome(ctx, tx, stored, happening);
  return stored;
}
