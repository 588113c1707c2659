import { Connection, Value } from './Connection';
import { isSqlite } from './Database';
import { quoted } from './quoted';
import { idsIn, Reading, selectionOf } from './Reading';
import { remember } from './readOnce';
import { planned, rowsOf } from './statements';

/** Whose rows are read ahead: of ids, or of those that a selection gives, which are known once it was read. */
export type Whose =
  | readonly Value[]
  | { selection: string; values: readonly Value[]; ids: () => Promise<readonly Value[]> };

/** Some rows that are read ahead, together with others. */
export interface Ahead {
  /** the statement, given how a selection of ids is written */
  sql: (selected: Selected) => string;
  values: readonly Value[];
  columns: readonly string[];
  /** lets the transaction remember the rows, given the cells of each */
  keep: (connection: Connection, rows: readonly (readonly unknown[])[]) => Promise<void>;
}

/** The condition that an id is one of a selection. */
type Selected = (selection: string) => string;

/** Rows of a reading that are to be read ahead. */
export function ahead<Row extends object, Found>(
  reading: Reading<Row, Found>,
  whose: Whose,
): Ahead {
  const { columns, of } = reading;
  const isSelected = 'selection' in whose;
  return {
    sql: selected => selectionOf(reading, isSelected ? selected(whose.selection) : idsIn(whose)),
    values: isSelected ? whose.values : whose,
    columns,
    async keep(connection, rows) {
      // A row that is made of the columns of the reading is one of its type.
      const found = rows.map(cells =>
        of(Object.fromEntries(columns.map((name, index) => [name, cells[index]])) as Row),
      );
      remember(connection, reading, isSelected ? await whose.ids() : whose, found);
    },
  };
}

const listOnSqlite = ({ sql, columns }: Ahead) =>
  `select json_group_array(json_array(${quoted(columns)})) from (${sql(each => `in (${each})`)}) as t`;

// PostgreSQL would join a selection, and then may read an index up to the id; what an array holds it looks up.
const listOnPostgres = ({ sql, columns }: Ahead) =>
  `select json_agg(json_build_array(${quoted(columns)})) from (${sql(each => `= any(array(${each}))`)}) as t`;

/**
 * Reads by one statement what the parts of a use case will each ask for (`readBy`), so that they find it: a statement
 * is a turn of SQLite's thread, or a way to PostgreSQL and back. To be called behind the locks, since a lock that is
 * waited for makes a transaction read again. Outside a transaction nothing is remembered.
 *
 * @param parts - in an order in which whose ids depend on others come behind them
 */
export async function readAhead(connection: Connection, parts: readonly Ahead[]): Promise<void> {
  const list = isSqlite(connection) ? listOnSqlite : listOnPostgres;
  const sql = `select ${parts.map((part, index) => `(${list(part)}) as p${index}`).join(', ')}`;
  const values = parts.flatMap(part => part.values);
  // Where each part is asked for one, the text is always the same.
  const statement = values.length === parts.length ? planned(sql) : { sql };
  const [row] = await rowsOf<Record<string, unknown>>(connection, statement, values);
  for (const [index, part] of parts.entries()) {
    await part.keep(connection, rowsIn(row?.[`p${index}`]));
  }
}

/** SQLite gives a list as a text, the driver of PostgreSQL as what it says, and none for no rows. */
function rowsIn(list: unknown): unknown[][] {
  return typeof list === 'string' ? JSON.parse(list) : ((list ?? []) as unknown[][]);
}
