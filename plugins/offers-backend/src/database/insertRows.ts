import { Connection, isSqlite, rowsOf } from './Database';
import { quoted } from './quoted';

/** What a column is given. */
type Cell = string | number | null;

/**
 * Adds rows by one statement, however many they are. They travel as one JSON text: the statement is the same for any
 * number of rows, so SQLite prepares it once, and neither a bound on rows or values in a statement counts nor the time that
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
    `insert into ${table} (${quoted(columns)})`,
    isSqlite(connection) ? fromList(columns) : fromRecords(table, columns),
    // An insert of a selection needs the condition, or the parser takes "on" for that of a join.
    ...(unlessThere ? ['where true on conflict do nothing'] : []),
  ].join(' ');
  const said = isSqlite(connection) ? rows.map(row => columns.map(column => row[column])) : rows;
  await rowsOf(connection, { sql }, [JSON.stringify(said)]);
}

function fromList(columns: readonly string[]): string {
  return `select ${columns.map((_, index) => `value ->> ${index}`).join(', ')} from json_each(?)`;
}

function fromRecords(table: string, columns: readonly string[]): string {
  return `select ${quoted(columns)} from json_populate_recordset(null::${table}, ?::json)`;
}
