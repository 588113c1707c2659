import { Knex } from 'knex';
import { schemaOf } from './schemaOf';

/** The rows of a table, in no order that means anything. */
type Row = Record<string, unknown>;

/** Every row of every table. */
export type Dump = ReadonlyMap<string, Row[]>;

/** Reads every row of every table. */
export async function dumpOf(knex: Knex): Promise<Dump> {
  const { tables } = await schemaOf(knex);
  const dump = new Map<string, Row[]>();
  for (const table of Object.keys(tables).sort()) dump.set(table, await knex(table).select('*'));
  return dump;
}

/**
 * What of a dump another one must still hold: the tables that both have, with the columns that both
 * have, in one order. A migration may take away what it brought, and nothing else.
 */
export function shared(dump: Dump, other: Dump): Record<string, string[]> {
  const kept: Record<string, string[]> = {};
  for (const [table, rows] of dump) {
    const others = other.get(table);
    if (others) kept[table] = inOrder(rows, columnsOf(rows, others));
  }
  return kept;
}

function columnsOf(rows: Row[], others: Row[]): string[] {
  const there = Object.keys(others[0] ?? {});
  return Object.keys(rows[0] ?? {}).filter(column => there.includes(column));
}

function inOrder(rows: Row[], columns: string[]): string[] {
  return rows.map(row => JSON.stringify(columns.sort().map(column => row[column]))).sort();
}
