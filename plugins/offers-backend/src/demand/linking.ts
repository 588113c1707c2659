import type { Knex } from 'knex';
import { Context, Doer } from '../context';
import { Refusal } from '../refusal';
import { changeDemand } from './change';
import { lockDemands, selectDemandIdsOfPlan, StoredDemand } from './store';

/** The plan that something is done for. */
interface OfPlan {
  planId: string;
  at: string;
}

/**
 * Says that a plan fulfils some demands, in the transaction in which the plan is created or chosen. The
 * plan is locked, or new: plans are locked before demands everywhere, so that nobody waits in a circle.
 * A demand of another plan is refused: moving it is a choice of its own, see `planDemand`.
 *
 * @throws Refusal `not-found`, `wrong-state`; its field is `demandIds.<index>`
 */
export async function linkDemandToPlan(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  by: Doer,
  demandIds: readonly string[],
  { planId, at }: OfPlan,
): Promise<void> {
  const locked = await lockDemands(tx, demandIds);
  for (const [index, id] of [...new Set(demandIds)].entries()) {
    const demand = locked.get(id);
    if (!demand) {
      throw new Refusal('not-found', {
        fields: [{ field: `demandIds.${index}`, remedy: 'Name a demand that exists' }],
      });
    }
    await changeDemand(ctx, tx, by, demand, 'plan', { at, fields: { planId }, told: { planId } });
  }
}

/** The demands of a plan that was released are done. */
export async function demandOfPlanReleased(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  by: Doer,
  { planId, at }: OfPlan,
): Promise<void> {
  for (const demand of await demandsOf(tx, planId)) {
    await changeDemand(ctx, tx, by, demand, 'finish', { at, told: { planId } });
  }
}

/** The demands of a plan that was cancelled or rejected wait for another one. */
export async function demandOfPlanDropped(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  by: Doer,
  { planId, at }: OfPlan,
): Promise<void> {
  for (const demand of await demandsOf(tx, planId)) {
    await changeDemand(ctx, tx, by, demand, 'unplan', {
      at,
      fields: { planId: undefined },
      told: { planId },
    });
  }
}

async function demandsOf(tx: Knex.Transaction, planId: string): Promise<StoredDemand[]> {
  const locked = await lockDemands(tx, await selectDemandIdsOfPlan(tx, planId));
  // Looked at again under the lock; a plan is locked by whoever ends it, so none is added meanwhile.
  return [...locked.values()].filter(demand => demand.planId === planId);
}
