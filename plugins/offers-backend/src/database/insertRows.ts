import { Cell, Connection, isSqlite } from './Database';
import { OVERTAKEN } from './failures';
import { Cells, changeOf, setRows } from './plainRows';
import { quoted } from './quoted';
import { planned, rowsOf } from './statements';

// An insert of a selection needs the condition, or the parser takes "on" for that of a join.
const UNLESS_THERE = ' where true on conflict do nothing';

/** The list of rows where the statement before changed one row; else none that can be read, of which the insert fails. */
const IF_ONE_CHANGED = `case changes() when 1 then ? else '${OVERTAKEN}' end`;

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
  await insertion(connection, table, rows, unlessThere ? UNLESS_THERE : '');
}

/** The same for rows that may be there already, which stay as they are; gives those that were not, as they are stored now. */
export async function insertNewRows<
  Stored extends object,
  Row extends { [Column in keyof Row]: Cell },
>(connection: Connection, table: string, rows: readonly Row[]): Promise<Stored[]> {
  return insertion<Stored, Row>(connection, table, rows, `${UNLESS_THERE} returning *`);
}

/** Adds rows, or changes some columns of those whose key is there. */
export async function putRows<Row extends { [Column in keyof Row]: Cell }>(
  connection: Connection,
  table: string,
  rows: readonly Row[],
  by: PutBy<Row>,
): Promise<void> {
  await insertion(connection, table, rows, orChange(by));
}

/** The same, and gives the rows as they are stored now. */
export async function putRowsAndRead<Row extends { [Column in keyof Row]: Cell }>(
  connection: Connection,
  table: string,
  rows: readonly Row[],
  by: PutBy<Row>,
): Promise<Row[]> {
  return insertion(connection, table, rows, `${orChange(by)} returning *`);
}

/** By which columns a row is known, and which of it change. */
type PutBy<Row> = Record<'key' | 'change', readonly (keyof Row & string)[]>;

function orChange<Row>({ key, change: changed }: PutBy<Row>): string {
  const sets = changed.map(column => `"${column}" = excluded."${column}"`).join(', ');
  return ` where true on conflict (${quoted(key)}) do update set ${sets}`;
}

/**
 * Adds rows if a row of another table still holds these values, which is changed with it; PostgreSQL takes both as one
 * statement, so that whoever waits for that row waits for one less.
 *
 * @returns whether it did: then the other row is locked until the transaction ends. SQLite is not waited for: where it did
 * not, the transaction fails ({@link wasOvertaken}), and runs again
 */
export async function insertRowsIf<
  Claimed extends object,
  Row extends { [Column in keyof Row]: Cell },
>(
  tx: Connection,
  {
    table: claimed,
    where,
    change,
  }: { table: string; where: Cells<Claimed>; change: Cells<Claimed> },
  table: string,
  rows: readonly Row[],
): Promise<boolean> {
  if (isSqlite(tx)) {
    await setRows<Claimed>(tx, claimed, where, change);
    await insertion(tx, table, rows, '', IF_ONE_CHANGED);
    return true;
  }
  const { sql, values } = changeOf<Claimed>(claimed, where, change);
  const { columns, json } = listed(tx, rows);
  const text = `with claimed as (${sql} returning 1) insert into ${table} (${quoted(columns)})
    ${fromRecords(table, columns)} where exists (select from claimed) returning 1 as added`;
  return (await rowsOf(tx, planned(text), [...values, json])).length > 0;
}

async function insertion<Stored extends object, Row extends { [Column in keyof Row]: Cell }>(
  connection: Connection,
  table: string,
  rows: readonly Row[],
  more: string,
  listOnSqlite = '?',
): Promise<Stored[]> {
  if (rows.length === 0) return [];
  const { columns, json } = listed(connection, rows);
  const from = isSqlite(connection) ? fromList(columns, listOnSqlite) : fromRecords(table, columns);
  const sql = `insert into ${table} (${quoted(columns)}) ${from}${more}`;
  return rowsOf<Stored>(connection, planned(sql), [json]);
}

/** Rows as the JSON text by which they travel, and their columns. */
function listed<Row extends object>(
  connection: Connection,
  rows: readonly Row[],
): { columns: (keyof Row & string)[]; json: string } {
  const columns = Object.keys(rows[0] ?? {}).sort() as (keyof Row & string)[];
  const said = isSqlite(connection) ? rows.map(row => columns.map(column => row[column])) : rows;
  return { columns, json: JSON.stringify(said) };
}

function fromList(columns: readonly string[], list: string): string {
  const cells = columns.map((_, index) => `value ->> ${index}`);
  return `select ${cells.join(', ')} from json_each(${list})`;
}

function fromRecords(table: string, columns: readonly string[]): string {
  return `select ${quoted(columns)} from json_populate_recordset(null::${table}, ?::json)`;
}
