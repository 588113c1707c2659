import { hash } from 'node:crypto';
import { Connection, isSqlite, rowsOf } from './Database';

/** What a column is given. */
type Cell = string | number | null;

/**
 * Adds rows by one statement, however many they are. They travel as one JSON text: the statement is the same for any
 * number of rows, so it is prepared once, and neither a bound on rows or values in a statement counts nor the time that
 * it takes to bind each value.
 *
 * @param rows - each with the same columns
 * @param unlessThere - leave out a row whose key is there already, instead of failing
 */
export async function insertRows<Row extends { [Column in keyof Row]: Cell }>(
  connection: Connection,
  table: string,
  rows: readonly Row[],
  { unlessThere = false }: { unlessThere?: boolean } = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).sort() as (keyof Row & string)[];
  const sql = [
    `insert into ${table} (${columns.map(quoted).join(', ')})`,
    isSqlite(connection) ? fromList(columns) : fromRecords(table, columns),
    // An insert of a selection needs the condition, or the parser takes "on" for that of a join.
    ...(unlessThere ? ['where true on conflict do nothing'] : []),
  ].join(' ');
  const said = isSqlite(connection) ? rows.map(row => columns.map(column => row[column])) : rows;
  await rowsOf(connection, { sql, name: nameOf(table, sql) }, [JSON.stringify(said)]);
}

/** PostgreSQL cuts names after 63 characters, where columns would not fit. */
const nameOf = (table: string, sql: string) =>
  `insert ${table} ${hash('sha256', sql).slice(0, 16)}`;

/** Some columns have the name of a key word, such as `key`; both databases take these quotes. */
const quoted = (column: string) => `"${column}"`;

const fromList = (columns: readonly string[]) =>
  `select ${columns.map((_, index) => `value ->> ${index}`).join(', ')} from json_each(?)`;

const fromRecords = (table: string, columns: readonly string[]) =>
  `select ${columns.map(quoted).join(', ')} from json_populate_recordset(null::${table}, ?::json)`;
