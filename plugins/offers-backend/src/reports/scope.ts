import type { Knex } from 'knex';
import { Connection } from '../database/Database';

/** The time and the catalogue that figures are of. */
export interface ReportScope {
  from: string;
  /** the first instant that is not looked at any more */
  until: string;
  catalogue: string | undefined;
}

/** The plans of which an instant lies in the time, by an index range of it; `plans` is the table's name. */
export function plansWithin(
  knex: Connection,
  scope: ReportScope,
  instant: 'created_at' | 'released_at',
): Knex.QueryBuilder {
  const column = `plans.${instant}`;
  const plans = knex('plans')
    .whereNotNull(column)
    .where(column, '>=', scope.from)
    .where(column, '<', scope.until);
  ofCatalogue(knex, plans, scope);
  return plans;
}

/** Leaves the plans that bring or end an offer of the catalogue, where there is one; `plans` is the table's name. */
export function ofCatalogue(
  knex: Connection,
  query: Knex.QueryBuilder,
  { catalogue }: Pick<ReportScope, 'catalogue'>,
): void {
  if (catalogue === undefined) return;
  const touching = (table: string) =>
    knex(`${table} as touched`)
      .join('offers as own', 'own.id', 'touched.offer_id')
      .select(knex.raw('1'))
      .whereRaw('touched.plan_id = plans.id')
      .where('own.catalogue', catalogue);
  query.where(either =>
    either.whereExists(touching('plan_offers')).orWhereExists(touching('plan_terminations')),
  );
}
