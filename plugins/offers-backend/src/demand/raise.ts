import {
  Demand,
  demandRaisePermission,
  demandSourcesOf,
  instantOf,
  LocalTime,
  RaiseDemand,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { Actor, Context, Doer, nowOf } from '../context';
import { Refusal } from '../refusal';
import { tellOfDemand } from './change';
import { insertNames, Named } from './namesStore';
import { seenOffers, Sight, sightOf } from './sight';
import { insertDemand, StoredDemand } from './store';
import { demandView } from './view';

/**
 * Raises a demand. A person can name only offers that they may see: an unseen one is refused as one
 * that does not exist (rule 1).
 * @throws Refusal `not-found`, `not-allowed` for a source that does not fit the person's roles
 */
export async function raiseDemand(
  ctx: Context,
  actor: Actor,
  input: RaiseDemand,
  key: string,
): Promise<Demand> {
  await ctx.guard.require(actor.credentials, demandRaisePermission);
  const at = nowOf(ctx);
  const sight = await sightOf(ctx, actor);
  const request = { caller: actor.ref, key, operation: 'raiseDemand', input };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      await refuseUnseen(tx, sight, input.offerIds);
      const demand = await storeDemand(tx, actor, {
        ...newDemand(ctx, actor.ref, at),
        kind: input.kind,
        source: sourceOf(actor, input.source),
        title: input.title,
        description: input.description,
        ...wanted(input.wantedBy),
        reference: input.reference,
        named: { offerIds: input.offerIds, entities: input.entities },
      });
      return demandView(tx, sight, demand);
    }),
  );
}

/** A demand that is to be stored, with what it names. */
export type NewDemand = StoredDemand & { named: Named };

/** The part of a new demand that is the same for all. */
export function newDemand(ctx: Pick<Context, 'newId'>, requestedBy: string, at: string) {
  return {
    id: ctx.newId(),
    state: 'raised' as const,
    wantedBy: undefined,
    wantedZone: undefined,
    productRelease: undefined,
    priority: undefined,
    assignee: undefined,
    triageNote: '',
    declinedFor: undefined,
    mergedInto: undefined,
    planId: undefined,
    revision: 1,
    requestedBy,
    createdAt: at,
    updatedAt: at,
  };
}

/** Stores a new demand with what it names and its entry in the log. */
export async function storeDemand(
  tx: Knex.Transaction,
  by: Doer,
  { named, ...demand }: NewDemand,
): Promise<StoredDemand> {
  await insertDemand(tx, demand);
  await insertNames(tx, demand.id, named);
  await tellOfDemand(tx, by, demand, 'raise', {
    told: {
      kind: demand.kind,
      source: demand.source,
      title: demand.title,
      offers: [...named.offerIds],
    },
  });
  return demand;
}

async function refuseUnseen(
  tx: Knex.Transaction,
  sight: Sight,
  offerIds: readonly string[],
): Promise<void> {
  const seen = await seenOffers(tx, sight, offerIds);
  const unseen = offerIds.flatMap((id, index) =>
    seen.has(id)
      ? []
      : [{ field: `offerIds.${index}`, remedy: 'Name an offer that you can see, or leave it out' }],
  );
  if (unseen.length > 0) throw new Refusal('not-found', { fields: unseen });
}

function sourceOf(actor: Actor, wish: RaiseDemand['source']): StoredDemand['source'] {
  const allowed = demandSourcesOf(actor.roles);
  const source = wish ?? allowed[0];
  if (allowed.includes(source)) return source;
  const remedy = `Your roles let you raise demand as ${allowed.join(' or ')}`;
  throw new Refusal('not-allowed', {
    message: `${remedy}.`,
    fields: [{ field: 'source', remedy }],
  });
}

function wanted(wish: LocalTime | undefined): { wantedBy?: string; wantedZone?: string } {
  if (!wish) return {};
  const result = instantOf(wish);
  if (result.ok) return { wantedBy: result.instant, wantedZone: wish.zone };
  throw new Refusal('invalid-input', {
    message: result.message,
    fields: [{ field: 'wantedBy.local', remedy: result.message }],
  });
}
