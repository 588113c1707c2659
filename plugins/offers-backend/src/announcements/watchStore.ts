import { Connection } from '../database/Database';

interface WatchRow {
  person: string;
  offer_id: string;
  watched_at: string;
}

/** The offers that a person watches, the last one first. */
export async function selectWatched(
  knex: Connection,
  person: string,
  limit: number,
): Promise<string[]> {
  const rows = await knex<WatchRow>('offer_watches')
    .where({ person })
    .orderBy([
      { column: 'watched_at', order: 'desc' },
      { column: 'offer_id', order: 'desc' },
    ])
    .limit(limit)
    .select('offer_id');
  return rows.map(row => row.offer_id);
}

/** Who watches an offer. */
export async function selectWatchers(knex: Connection, offerId: string): Promise<string[]> {
  const rows = await knex<WatchRow>('offer_watches')
    .where({ offer_id: offerId })
    .orderBy('person')
    .select('person');
  return rows.map(({ person }) => person);
}

/** How many people watch an offer. */
export async function countWatchers(knex: Connection, offerId: string): Promise<number> {
  const [row] = await knex<WatchRow>('offer_watches')
    .where({ offer_id: offerId })
    .count<{ count: string | number }[]>({ count: '*' });
  return Number(row?.count ?? 0);
}

/** Whether a person watches an offer. */
export async function isWatching(
  knex: Connection,
  person: string,
  offerId: string,
): Promise<boolean> {
  const row = await knex<WatchRow>('offer_watches').where({ person, offer_id: offerId }).first();
  return row !== undefined;
}

/** Adds a watch; whoever adds it has found under the person's lock that there is none. */
export async function insertWatch(
  tx: Connection,
  watch: { person: string; offerId: string; at: string },
): Promise<void> {
  await tx<WatchRow>('offer_watches').insert({
    person: watch.person,
    offer_id: watch.offerId,
    watched_at: watch.at,
  });
}

/** Takes a watch away. */
export async function deleteWatch(
  tx: Connection,
  watch: { person: string; offerId: string },
): Promise<void> {
  await tx<WatchRow>('offer_watches')
    .where({ person: watch.person, offer_id: watch.offerId })
    .delete();
}
