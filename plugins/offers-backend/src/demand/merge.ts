import { Demand, MergeableDemand, refuseMerge } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Actor, Context } from '../context';
import { Refusal } from '../refusal';
import { changeDemand, tellOfDemand } from './change';
import { managed, ReadDemand } from './manage';
import { selectTakenIn, StoredDemand, updateDemand } from './store';

/**
 * Merges a demand into another that asks for the same. Both stay: the one tells its requester what
 * becomes of the other, the other tells staff who else asked.
 * @throws Refusal `not-found`, `wrong-state` for a chain
 */
export async function mergeDemand(
  ctx: Context,
  actor: Actor,
  read: ReadDemand,
  intoId: string,
): Promise<Demand> {
  return managed(
    ctx,
    actor,
    read,
    async (tx, demand, at, locked) => {
      const into = locked.get(intoId);
      if (!into) throw refusedInto('not-found', 'Name a demand that exists');
      const refusal = refuseMerge(await mergeable(tx, demand), await mergeable(tx, into));
      if (refusal) throw refusedInto('wrong-state', refusal);
      const merged = await changeDemand(ctx, tx, actor, demand, 'merge', {
        at,
        fields: { mergedInto: into.id },
        told: { into: into.id },
      });
      const taking = await updateDemand(tx, { ...into, updatedAt: at });
      await tellOfDemand(tx, actor, taking, 'take-in', {
        told: { demand: demand.id, requestedBy: demand.requestedBy },
      });
      return merged;
    },
    { others: [intoId] },
  );
}

async function mergeable(
  tx: Knex.Transaction,
  { id, state }: StoredDemand,
): Promise<MergeableDemand> {
  return { id, state, takenIn: (await selectTakenIn(tx, id)).length };
}

function refusedInto(code: 'not-found' | 'wrong-state', remedy: string): Refusal {
  return new Refusal(code, { message: `${remedy}.`, fields: [{ field: 'into', remedy }] });
}
