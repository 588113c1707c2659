import {
  Demand,
  DemandPage,
  demandReadPermission,
  DemandsQuery,
} from '@offerdesk/backstage-plugin-offers-common';
import { latestAfter, latestPage } from '../api/latestPage';
import { Actor, Context } from '../context';
import { found } from '../refusal';
import { seenOffers, Sight, sightOf } from './sight';
import { DemandSearch, selectDemand, selectDemands } from './store';
import { demandSummaries, demandView } from './view';

/** A page of demands, latest change first: all of them for staff, their own for everybody else. */
export async function listDemands(
  ctx: Context,
  actor: Actor,
  { cursor, requestedBy, ...query }: DemandsQuery,
): Promise<DemandPage> {
  await ctx.guard.require(actor.credentials, demandReadPermission);
  const after = latestAfter(cursor);
  const sight = await sightOf(ctx, actor);
  const requester = requestedBy === 'me' ? actor.ref : requestedBy;
  if (!(await mayFilterBy(ctx, sight, query, requester))) return { items: [] };
  const rows = await selectDemands(ctx.db.knex, {
    query,
    requestedBy: actor.can.has('readAll') ? requester : actor.ref,
    after,
  });
  const { page, next } = latestPage(rows, query.limit);
  return { items: await demandSummaries(ctx.db.knex, sight, page), ...next };
}

/**
 * One demand. Somebody else's is answered as one that does not exist, unless staff asks (rule 1).
 * @throws Refusal `not-found`
 */
export async function getDemand(ctx: Context, actor: Actor, id: string): Promise<Demand> {
  await ctx.guard.require(actor.credentials, demandReadPermission);
  const demand = found(await selectDemand(ctx.db.knex, id));
  const isReadable = actor.can.has('readAll') || demand.requestedBy === actor.ref;
  const readable = found(isReadable ? demand : undefined);
  return demandView(ctx.db.knex, await sightOf(ctx, actor), readable);
}

/** What a person may not read, they cannot filter by either: the list is empty (rule 1). */
async function mayFilterBy(
  ctx: Context,
  sight: Sight,
  { offer, assignee }: DemandSearch['query'],
  requester: string | undefined,
): Promise<boolean> {
  const { actor } = sight;
  const isOther = requester !== undefined && requester !== actor.ref;
  if (!actor.can.has('readAll') && (assignee !== undefined || isOther)) return false;
  return offer === undefined || (await seenOffers(ctx.db.knex, sight, [offer])).has(offer);
}
