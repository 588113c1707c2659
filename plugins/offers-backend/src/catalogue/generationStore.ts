import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { planned, rowsOf } from '../database/statements';
import { atEndOf, hasEnd } from '../database/unitOfWork';
import { Listed, noteWhereOlder } from './byOlderStore';
import { FOREVER } from './readers';

interface GenerationRow {
  id: number;
  generation: number;
}

/** The offers that a transaction lists anew. */
const listedIn = new WeakMap<Knex.Transaction, Set<string>>();

/**
 * Notes that the listing changes with this transaction, once for all that it changes. Whoever changes the listing
 * waits for those before them, so no number stands for two states of it. A later release that lists all anew hears of it too.
 */
export async function listingChanges(tx: Knex.Transaction, offerId: string): Promise<void> {
  const offers = listedIn.get(tx) ?? new Set();
  listedIn.set(tx, offers.add(offerId));
  const raise = async () => {
    const [state]: Listed[] = await tx<GenerationRow & Listed>('listing_state')
      .where({ id: 1 })
      .increment('generation', 1)
      .returning(['version', 'rebuilt_to']);
    if (state) await noteWhereOlder(tx, state, [...offers]);
  };
  if (hasEnd(tx)) atEndOf(tx, 'listing', raise);
  else await raise();
}

/** Asked for each kept count, so it is no statement of the builder. */
const GENERATION = planned('select generation from listing_state where id = ?');

/** How often the listing was changed. */
export async function selectGeneration(knex: Connection): Promise<number> {
  const [row] = await rowsOf<Pick<GenerationRow, 'generation'>>(knex, GENERATION, [1]);
  return row?.generation ?? 0;
}

/** The first instant after another at which time alone changes what is listed. */
export async function selectNextTurn(knex: Connection, after: string): Promise<string> {
  const rows: { at: string | null }[] = await nextTurnQuery(knex, after);
  return rows.flatMap(({ at }) => at ?? []).sort()[0] ?? FOREVER;
}

/** The statement that looks for the next beginning, the next end, and the next move of an offer. */
export function nextTurnQuery(knex: Connection, after: string): Knex.QueryBuilder {
  return knex('segments')
    .min({ at: 'starts_at' })
    .where('starts_at', '>', after)
    .unionAll(knex('segments').min({ at: 'ends_at' }).where('ends_at', '>', after))
    .unionAll(
      knex('structure_changes')
        .min({ at: 'starts_at' })
        .where('starts_at', '>', after)
        .where('kind', 'offer-move'),
    );
}
