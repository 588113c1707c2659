import type { Knex } from 'knex';

/** The last row of a page of what changed last. */
export interface Latest {
  updatedAt: string;
  id: string;
}

/**
 * Narrows a search to a page, latest change first, with one row more than asked for where there is more.
 *
 * @param table - the table or alias that holds `updated_at` and `id`
 */
export function latestFirst<T extends Knex.QueryBuilder>(
  search: T,
  { table, after, limit }: { table: string; after: Latest | undefined; limit: number },
): T {
  const [at, id] = [`${table}.updated_at`, `${table}.id`];
  search.orderBy([
    { column: at, order: 'desc' },
    { column: id, order: 'desc' },
  ]);
  if (after) search.whereRaw('(??, ??) < (?, ?)', [at, id, after.updatedAt, after.id]);
  search.limit(limit + 1);
  return search;
}
