import { Connection, Value } from './Connection';
import { planned, rowsOf } from './statements';
import { quoted } from './quoted';
import { readOnce, remember, remembered } from './readOnce';

/** Rows that are found by ids, and what they mean. */
export interface Reading<Row extends object, Found> {
  /** unique among all that is read once */
  name: string;
  /** the tables that the rows depend on: a write into one of them makes a transaction read again */
  tables: readonly string[];
  /** what the rows are taken from: a table, or a selection with an alias */
  from: string;
  columns: readonly (keyof Row & string)[];
  /** the column that holds the id */
  by: string;
  /** what else has to hold */
  and?: string;
  /** the columns that give the order; absent: in no order */
  order?: string;
  of: (row: Row) => Found;
}

/** The condition that an id is one of these. */
export const idsIn = (ids: readonly Value[]): string => `in (${ids.map(() => '?').join(', ')})`;

/** Rows by their ids; within a transaction they are read once (`readOnce`). */
export function readBy<Row extends object, Found>(
  connection: Connection,
  reading: Reading<Row, Found>,
  ids: readonly Value[],
): Promise<Found[]> {
  return readOnce(connection, reading, ids, async () => {
    const sql = selectionOf(reading, idsIn(ids));
    const statement = ids.length === 1 ? planned(sql) : { sql };
    return (await rowsOf<Row>(connection, statement, ids)).map(reading.of);
  });
}

/**
 * The statement of a reading.
 * @param whose - the condition of the column that holds the id
 */
export function selectionOf<Row extends object, Found>(
  { columns, from, by, and, order }: Reading<Row, Found>,
  whose: string,
): string {
  return [
    `select ${quoted(columns)} from ${from} where ${by} ${whose}`,
    ...(and ? [`and ${and}`] : []),
    ...(order ? [`order by ${order}`] : []),
  ].join(' ');
}

/** Writes, and lets the transaction remember the rows as the write left them, where it knew them before. */
export async function writeThrough<Row extends object, Found>(
  connection: Connection,
  reading: Reading<Row, Found>,
  ids: readonly Value[],
  { write, after }: { write: () => Promise<void>; after: (before: readonly Found[]) => Found[] },
): Promise<void> {
  const before = await remembered<Value, Found>(connection, reading, ids);
  await write();
  if (before) remember(connection, reading, ids, after(before));
}
