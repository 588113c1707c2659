import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { Scope } from '../structure/scope';

/** Columns of the listing that a scope narrows. */
const COLUMNS = {
  catalogues: 'l.catalogue',
  interactions: 'l.interaction',
  owners: 'l.owner',
  providers: 'l.provider',
} as const;

/**
 * Puts what a view and a catalogue let through into a query of the listing; categories are a range of it, see
 * `store.ts`.
 *
 * @param linksAreRead - whether the query begins with the entities of the scope already
 */
export function applyScope(
  knex: Connection,
  query: Knex.QueryBuilder,
  scope: Scope,
  { linksAreRead }: { linksAreRead: boolean },
): void {
  for (const field of ['catalogues', 'interactions', 'owners', 'providers'] as const) {
    const values = scope[field];
    if (values) query.whereIn(COLUMNS[field], [...values]);
  }
  const has = (table: string, column: string, values: readonly string[]) =>
    query.whereExists(
      knex(`${table} as h`)
        .select(knex.raw('1'))
        .whereRaw('h.offer_id = l.offer_id and h.number = l.number')
        .whereIn(`h.${column}`, [...values]),
    );
  if (scope.tags) has('listed_tags', 'tag', scope.tags);
  if (scope.entities && !linksAreRead) has('offer_links', 'entity_ref', scope.entities);
}
