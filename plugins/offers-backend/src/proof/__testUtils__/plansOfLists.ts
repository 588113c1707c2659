import { Knex } from 'knex';
import { isSqlite } from '../../database/Database';

/** A statement as the driver got it. */
export interface Statement {
  sql: string;
  bindings: readonly Knex.RawBinding[];
}

/** The selects that some work sends. */
export async function recordingSelects<T>(
  knex: Knex,
  work: () => Promise<T>,
): Promise<{ statements: Statement[]; result: T }> {
  const statements: Statement[] = [];
  const note = ({ sql, bindings }: Statement) => {
    if (/^\s*(select|with)\b/i.test(sql)) statements.push({ sql, bindings });
  };
  knex.on('query', note);
  try {
    return { result: await work(), statements };
  } finally {
    knex.removeListener('query', note);
  }
}

/**
 * The plan of a recorded statement. A small table is read from end to end whatever indexes it has, so
 * PostgreSQL is asked for the plan that it makes where it may not.
 */
export async function planOf(knex: Knex, { sql, bindings }: Statement): Promise<string> {
  const text = sql.replace(/\$\d+/g, '?');
  if (isSqlite(knex)) {
    const steps: { detail: string }[] = await knex.raw(`explain query plan ${text}`, [...bindings]);
    return steps.map(({ detail }) => detail).join('\n');
  }
  return knex.transaction(async tx => {
    await tx.raw('set local enable_seqscan = off');
    const { rows } = await tx.raw<{ rows: { 'QUERY PLAN': string }[] }>(
      `explain (costs off) ${text}`,
      [...bindings],
    );
    return rows.map(row => row['QUERY PLAN']).join('\n');
  });
}

/** A list without members: both databases see that nothing can match before they begin to read. */
const FOR_NOBODY = /\bwhere 1 = \?/;

/** Tables that stay small whatever an organisation does. */
const SMALL = /\b(audit_head|listing_state|listing_sets?|structure_state|structure_changes)\b/;

/**
 * The steps of a plan that read a stored table from end to end. What a subquery gave is read to its end, of
 * course; and so is an index, or a table without any condition, that gives a page its order up to its end.
 */
export function scansOf(sql: string, plan: string): string[] {
  if (FOR_NOBODY.test(sql)) return [];
  const isFirstPage = /\blimit\b/.test(sql) && !/\bwhere\b/.test(sql) && !/TEMP B-TREE/.test(plan);
  const made = new Set(
    [...plan.matchAll(/(?:CO-ROUTINE|MATERIALIZE|SUBQUERY) (\S+)/g)].map(([, name]) => name),
  );
  return plan.split('\n').filter(step => {
    if (/Seq Scan on /.test(step)) return !SMALL.test(step);
    const [, name] = /^\s*SCAN (\S+)/.exec(step) ?? [];
    if (name === undefined || made.has(name) || SMALL.test(step) || isFirstPage) return false;
    return !/CONSTANT ROW|VALUES CLAUSE|USING .*INDEX|VIRTUAL TABLE/.test(step);
  });
}
