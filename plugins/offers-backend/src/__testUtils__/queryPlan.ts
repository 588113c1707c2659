import { Knex } from 'knex';

/**
 * What planners may not choose while there is another way. A table of ten rows is read from end to end
 * whatever indexes it has; without these a plan shows what the database must do, however large the table.
 */
const LAST_RESORTS = [
  'enable_seqscan',
  'enable_bitmapscan',
  'enable_sort',
  'enable_incremental_sort',
];

interface PlanOptions {
  /** the plan that the planner would choose for the rows that are there */
  free?: boolean;
  /** last resorts that may be chosen */
  allow?: readonly string[];
  /** other ways that may not be chosen */
  bar?: readonly string[];
}

/**
 * The plan of a query as text, one step a line: `EXPLAIN QUERY PLAN` of SQLite, `EXPLAIN` of PostgreSQL.
 *
 * On PostgreSQL it is the plan without what is a last resort, so `Seq Scan` and `Sort` stand in it only
 * where no index serves; tell `free` for the one that the planner would choose for the rows that are there, or
 * `allow` one of the last resorts, such as `enable_bitmapscan` for an index of words, which is read no other way.
 *
 * @example
 * expect(await queryPlan(knex, query)).toMatch(/listed_by_title/);
 * expect(await queryPlan(knex, query)).not.toMatch(fullScan);
 */
export async function queryPlan(
  knex: Knex,
  query: Knex.QueryBuilder,
  { free = false, allow = [], bar = [] }: PlanOptions = {},
): Promise<string> {
  const { sql, bindings } = query.toSQL();
  if (String(knex.client.config.client).includes('sqlite')) {
    const steps: { detail: string }[] = await knex.raw(`explain query plan ${sql}`, [...bindings]);
    return steps.map(({ detail }) => detail).join('\n');
  }
  return knex.transaction(async tx => {
    const barred = free ? [] : [...LAST_RESORTS.filter(way => !allow.includes(way)), ...bar];
    for (const way of barred) await tx.raw(`set local ${way} = off`);
    const { rows } = await tx.raw<{ rows: { 'QUERY PLAN': string }[] }>(
      `explain (costs off) ${sql}`,
      [...bindings],
    );
    return rows.map(row => row['QUERY PLAN']).join('\n');
  });
}

/** Steps that read a whole table, or sort what an index could have given in order. */
export const fullScan =
  /^\s*(->\s*)?(SCAN (?!.*USING|CONSTANT ROW)|USE TEMP B-TREE|Seq Scan|(Incremental )?Sort\b)/m;
