import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { OfferFilter } from '@offerdesk/backstage-plugin-offers-node';
import { Knex } from 'knex';
import { ListFilter } from '../api/OfferGuard';

/**
 * Puts what the policy leaves of a list into the query, so that pages are filtered by the database.
 * @param table - the table or alias that has the columns owner, category and catalogue
 */
export function applyListFilter(query: Knex.QueryBuilder, filter: ListFilter, table: string): void {
  if (filter === 'all') return;
  if (filter === 'none') {
    query.whereRaw('1 = 0');
    return;
  }
  applyCriteria(query, filter, table);
}

function applyCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<OfferFilter>,
  table: string,
): void {
  if ('allOf' in criteria) {
    query.where(all => criteria.allOf.forEach(part => all.andWhere(inner(part, table))));
  } else if ('anyOf' in criteria) {
    query.where(any => criteria.anyOf.forEach(part => any.orWhere(inner(part, table))));
  } else if ('not' in criteria) {
    // A column that is empty fulfils no rule, so its negation holds: SQL alone would say "unknown".
    query.whereNot(inner({ allOf: [criteria.not] }, table));
  } else {
    const column = `${table}.${criteria.column}`;
    query.where(held => held.whereNotNull(column).whereIn(column, criteria.values));
  }
}

function inner(criteria: PermissionCriteria<OfferFilter>, table: string) {
  return (query: Knex.QueryBuilder) => applyCriteria(query, criteria, table);
}
