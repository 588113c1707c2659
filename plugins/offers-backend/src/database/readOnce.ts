import type { Knex } from 'knex';
import { Connection } from './Connection';

/** What is read, and of which tables. */
export interface What {
  /** unique among all that is read so */
  name: string;
  tables: readonly string[];
}

interface Read {
  tables: readonly string[];
  rows: Promise<readonly unknown[]>;
}

/** What transactions have read so far. */
const reads = new WeakMap<Connection, Map<string, Read>>();

/** Lets a transaction remember what it reads, until it writes there or waits for a lock. */
export function remembering(tx: Knex.Transaction): void {
  const known = new Map<string, Read>();
  reads.set(tx, known);
  tx.on('query', ({ sql }: { sql: string }) => forget(known, sql));
}

/** Each lock of rows that PostgreSQL has, a lock by name, and what takes back a part of the transaction. */
const FORGETS_ALL =
  /\bfor (no key update|update|key share|share)\b|\bpg_advisory_|^\s*(rollback|savepoint|release)\b/i;

/**
 * A write forgets what was read of a table that it names. A lock forgets everything: while it was waited for,
 * somebody else may have changed what was read before.
 */
function forget(known: Map<string, Read>, sql: string): void {
  if (known.size === 0) return;
  if (FORGETS_ALL.test(sql)) known.clear();
  if (/^\s*select\b/i.test(sql)) return;
  for (const [key, { tables }] of known) {
    if (tables.some(table => sql.includes(table))) known.delete(key);
  }
}

const keyOf = (name: string, ids: readonly unknown[], more: string | undefined) =>
  JSON.stringify([name, ids, more]);

/** What a transaction remembers of rows; undefined where it has to ask. */
export async function remembered<Id, Row>(
  connection: Connection,
  { name }: What,
  ids: readonly Id[],
  more?: string,
): Promise<readonly Row[] | undefined> {
  // Under a name lies what is read under it.
  return (await reads.get(connection)?.get(keyOf(name, ids, more))?.rows) as
    readonly Row[] | undefined;
}

/**
 * Lets a transaction know rows without asking for them, as `readOnce` would find them: it has just stored them, or read
 * them together with others.
 */
export function remember<Id, Row>(
  connection: Connection,
  { name, tables }: What,
  ids: readonly Id[],
  rows: readonly Row[],
  more?: string,
): void {
  reads.get(connection)?.set(keyOf(name, ids, more), { tables, rows: Promise.resolve(rows) });
}

/**
 * Rows by some ids; of none, none. Within a transaction they are read once as long as it neither writes into the
 * tables nor takes a lock: a use case is made of parts that each read what they need, such as what a plan brings.
 *
 * @param more - what else the rows depend on
 */
export async function readOnce<Id, Row>(
  connection: Connection,
  { name, tables }: What,
  ids: readonly Id[],
  read: () => Promise<Row[]>,
  more?: string,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const known = reads.get(connection);
  if (!known) return read();
  const key = keyOf(name, ids, more);
  // Under a name lies what is read under it.
  const before = known.get(key)?.rows as Promise<Row[]> | undefined;
  const rows = before ?? read();
  if (!before) known.set(key, { tables, rows });
  return [...(await rows)];
}
