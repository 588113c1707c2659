import { EVERYONE } from '@offerdesk/backstage-plugin-offers-common';
import { Knex } from 'knex';
import { Connection } from '../database/Database';

/** Which of the offers that are open to everyone are wanted. */
export interface PublicSearch {
  now: string;
  /** until when they have to stay open to everyone */
  until: string;
  after: { sortKey: string; offerId: string } | undefined;
  limit: number;
}

/** A version that everyone is served. */
export interface PublicRow {
  offer_id: string;
  number: number;
  sort_key: string;
}

/**
 * The statement of the versions that everyone without exception is served, by title: listed for everyone, denied to
 * nobody and in no ring (`limited = 0`), now and at a later instant too.
 */
export function publicQuery(
  knex: Connection,
  { now, until, after, limit }: PublicSearch,
): Knex.QueryBuilder {
  const open = (alias: string, at: string) => (query: Knex.QueryBuilder) =>
    query
      .where(`${alias}.reader`, EVERYONE)
      .where(`${alias}.limited`, 0)
      .where(`${alias}.starts_at`, '<=', at)
      .where(`${alias}.ends_at`, '>', at);
  const query = knex('listed as l')
    .where(open('l', now))
    .whereExists(
      knex('listed as later')
        .select(knex.raw('1'))
        .whereRaw('later.offer_id = l.offer_id')
        .where(open('later', until)),
    )
    .orderBy(['l.sort_key', 'l.offer_id'])
    .limit(limit);
  if (after) {
    query.whereRaw('(l.sort_key, l.offer_id) > (?, ?)', [after.sortKey, after.offerId]);
  }
  return query;
}

/** A page of them, one row more than asked for where there is more. */
export async function selectPublic(knex: Connection, search: PublicSearch): Promise<PublicRow[]> {
  return publicQuery(knex, { ...search, limit: search.limit + 1 }).select(
    'l.offer_id',
    'l.number',
    'l.sort_key',
  );
}
