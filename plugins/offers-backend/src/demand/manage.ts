import {
  Demand,
  demandManagePermission,
  TriageDemand,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Actor, Context, nowOf } from '../context';
import { found, Refusal } from '../refusal';
import { changeDemand } from './change';
import { sightOf } from './sight';
import { lockDemands, StoredDemand } from './store';
import { demandView } from './view';

/** A demand as a person read it. */
export interface ReadDemand {
  id: string;
  revision: number;
}

/** Says how much a demand matters and who takes care of it. */
export async function triageDemand(
  ctx: Context,
  actor: Actor,
  read: ReadDemand,
  { priority, assignee, note }: TriageDemand,
): Promise<Demand> {
  return managed(ctx, actor, read, (tx, demand, at) =>
    changeDemand(ctx, tx, actor, demand, 'triage', {
      at,
      fields: { priority, assignee, triageNote: note },
      told: { priority, ...(assignee ? { assignee } : {}), ...(note ? { note } : {}) },
    }),
  );
}

/** Declines a demand; whoever raised it reads the reason. */
export async function declineDemand(
  ctx: Context,
  actor: Actor,
  read: ReadDemand,
  reason: string,
): Promise<Demand> {
  return managed(ctx, actor, read, (tx, demand, at) =>
    changeDemand(ctx, tx, actor, demand, 'decline', {
      at,
      reason,
      fields: { declinedFor: reason },
    }),
  );
}

/** Opens a declined demand again. */
export async function reopenDemand(
  ctx: Context,
  actor: Actor,
  read: ReadDemand,
  reason: string,
): Promise<Demand> {
  return managed(ctx, actor, read, (tx, demand, at) =>
    changeDemand(ctx, tx, actor, demand, 'reopen', {
      at,
      reason,
      fields: { declinedFor: undefined },
    }),
  );
}

/**
 * Changes a demand that a person has read, in one transaction.
 *
 * @param first - what has to be locked before the demand, and what else has to be locked with it
 * @throws Refusal `not-allowed`, `not-found`, `conflict`
 */
export async function managed(
  ctx: Context,
  actor: Actor,
  { id, revision }: ReadDemand,
  change: (
    tx: Knex.Transaction,
    demand: StoredDemand,
    at: string,
    locked: ReadonlyMap<string, StoredDemand>,
  ) => Promise<StoredDemand>,
  first: { lock?: (tx: Knex.Transaction) => Promise<void>; others?: readonly string[] } = {},
): Promise<Demand> {
  if (!actor.can.has('triageDemand')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, demandManagePermission);
  const sight = await sightOf(ctx, actor);
  const at = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    await first.lock?.(tx);
    const locked = await lockDemands(tx, [id, ...(first.others ?? [])]);
    const demand = found(locked.get(id));
    if (demand.revision !== revision) throw new Refusal('conflict');
    return demandView(tx, sight, await change(tx, demand, at, locked));
  });
}
