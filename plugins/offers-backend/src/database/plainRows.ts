import { Cell, Connection, Value } from './Connection';
import { isSqlite } from './Database';
import { quoted } from './quoted';
import { planned, rowsOf } from './statements';

/** What columns hold; null is what a row has to lack, or what is taken from it. */
export type Cells<Row> = { [Column in keyof Row]?: Cell };

/** Which locks there are: one that keeps a row as it is, and one that lets others refer to it meanwhile. */
export type Lock = 'update' | 'no key update';

/**
 * Rows whose columns hold these values, in no order. It and its neighbours write their statement themselves: of what a change
 * costs, a statement of the query builder takes as much of the processor as sending it, and each change has a dozen.
 */
export async function selectRows<Row extends object>(
  connection: Connection,
  table: string,
  where: Cells<Row>,
): Promise<Row[]> {
  const { condition, values } = holding(where);
  const sql = `select * from ${table} where ${condition}`;
  return rowsOf<Row>(connection, planned(sql), values);
}

/** The same, locked until the transaction ends; SQLite has one transaction at a time. */
export async function lockRows<Row extends object>(
  tx: Connection,
  table: string,
  where: Cells<Row>,
  lock: Lock = 'update',
): Promise<Row[]> {
  if (isSqlite(tx)) return selectRows(tx, table, where);
  const { condition, values } = holding(where);
  const sql = `select * from ${table} where ${condition} for ${lock}`;
  return rowsOf<Row>(tx, planned(sql), values);
}

/**
 * Changes rows whose columns hold these values, however many there are. Nobody waits for an answer: on SQLite it is sent
 * with the next statement that has one.
 */
export async function setRows<Row extends object>(
  tx: Connection,
  table: string,
  where: Cells<Row>,
  change: Cells<Row>,
): Promise<void> {
  const { sql, values } = changeOf(table, where, change);
  await rowsOf(tx, planned(sql), values);
}

/** Changes rows whose columns hold these values; says how many there were. */
export async function changeRows<Row extends object>(
  tx: Connection,
  table: string,
  where: Cells<Row>,
  change: Cells<Row>,
): Promise<number> {
  const { sql, values } = changeOf(table, where, change);
  return (await rowsOf(tx, planned(`${sql} returning 1 as changed`), values)).length;
}

/** The statement that changes rows whose columns hold these values. */
export function changeOf<Row extends object>(
  table: string,
  where: Cells<Row>,
  change: Cells<Row>,
): { sql: string; values: Cell[] } {
  const { condition, values } = holding(where);
  const changed = definedIn(change);
  const sets = changed.map(([column]) => `${quoted([column])} = ?`).join(', ');
  return {
    sql: `update ${table} set ${sets} where ${condition}`,
    values: [...changed.map(([, value]) => value), ...values],
  };
}

function holding(where: object): { condition: string; values: Value[] } {
  const cells = definedIn(where);
  return {
    condition: cells
      .map(([column, value]) => `${quoted([column])} ${value === null ? 'is null' : '= ?'}`)
      .join(' and '),
    values: cells.flatMap(([, value]) => (value === null ? [] : [value])),
  };
}

/** @throws Error where nothing is said: every row of the table would be meant */
function definedIn(cells: object): [string, Cell][] {
  const said = Object.entries(cells);
  if (said.length > 0 && said.every(([, value]) => value !== undefined)) return said;
  throw new Error(`Of each column it has to be said what it holds: ${Object.keys(cells).join()}`);
}
