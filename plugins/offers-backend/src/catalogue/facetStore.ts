import { Knex } from 'knex';
import { Connection } from '../database/Database';
import { CatalogueSearch } from './search';
import { named, Shapes } from './shapes';
import { subsetOf, visibleAmong, visibleRows } from './visible';

/** What a counter counts by, besides interaction and state: category, owner or provider. */
export type CountKind = 'offer' | 'owner' | 'provider';

/** How many offers have a value; empty where they have none. */
export interface ValueCount {
  value: string;
  interaction: string;
  state: string;
  count: number;
}

const shapes = new Shapes();

const COLUMN = { offer: 'category', owner: 'owner', provider: 'provider' } as const;

/** How many offers a search finds, by value, interaction and state. */
export async function selectCounts(
  knex: Connection,
  search: CatalogueSearch,
  kind: CountKind,
): Promise<ValueCount[]> {
  const rows = await shapes.rows<{
    value: string | null;
    interaction: string;
    state: string;
    count: string | number;
  }>(knex, `counts of ${kind}`, named(search), shape => countsQuery(knex, shape, kind));
  return rows.map(({ value, interaction, state, count }) => ({
    value: value ?? '',
    interaction,
    state,
    count: Number(count),
  }));
}

/** The statement that counts what a search finds, one by one. */
export function countsQuery(
  knex: Connection,
  search: CatalogueSearch,
  kind: CountKind,
): Knex.QueryBuilder {
  const subset = subsetOf(knex, search);
  const rows = subset ? visibleAmong(knex, search, subset) : visibleRows(knex, search);
  const visible = rows.distinct(
    'l.offer_id',
    `l.${COLUMN[kind]} as value`,
    'l.interaction',
    'l.state',
  );
  return knex(visible.as('v'))
    .groupBy('v.value', 'v.interaction', 'v.state')
    .select('v.value', 'v.interaction', 'v.state')
    .count({ count: '*' });
}
