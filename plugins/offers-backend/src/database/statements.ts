import { sha256 } from '../audit/sha256';
import { Cell, Connection, isSqlite } from './Connection';
import { codeOf } from './failures';

/** A statement as a text. */
export interface Statement {
  sql: string;
  /** under which name PostgreSQL keeps it, so that it plans it once for each connection; unique for the text */
  name?: string | undefined;
}

/** How many texts get a name at most, in each process: the first, which are the usual ones. A connection keeps each. */
const MOST_NAMED = 300;

const names = new Map<string, string>();

/**
 * A statement that PostgreSQL is to plan once for each connection: planning takes as long as running, or longer. For texts
 * that do not differ by how many values they have.
 */
export function planned(sql: string): Statement {
  const known = names.get(sql);
  if (known !== undefined) return { sql, name: known };
  if (names.size >= MOST_NAMED) return { sql };
  // By what it says, so that the same text has one name in every process.
  const name = `offers ${sha256(sql).slice(0, 32)}`;
  names.set(sql, name);
  return { sql, name };
}

/** Databases that forget what was planned: from then on nothing has a name there. */
const forgetful = new WeakSet<object>();

/**
 * That a planned statement is not there or is there already: a pool between us and PostgreSQL gives each transaction to
 * another connection. That a plan may not give other columns: another release of us added one to a table meanwhile.
 */
const FORGOTTEN = new Set(['26000', '42P05', '0A000']);

/** Thrown within a transaction that the database aborted since it forgot a plan; run again, it has none. */
export class Forgotten extends Error {
  override name = 'Forgotten';
}

/** The rows of a statement that is sent as a text; in a transaction, in one of `Database.transaction` where it has a name. */
export async function rowsOf<Row extends object>(
  connection: Connection,
  { sql, name }: Statement,
  values: readonly Cell[],
): Promise<Row[]> {
  const isNamed = name !== undefined && !isSqlite(connection);
  const query = connection.raw(sql, [...values]);
  if (isNamed && !forgetful.has(connection.client.config)) query.options({ name });
  try {
    const answer: object[] | { rows: object[] } = await query;
    // What a row holds, the statement says.
    return (Array.isArray(answer) ? answer : answer.rows) as Row[];
  } catch (error) {
    if (!isNamed || !FORGOTTEN.has(codeOf(error))) throw error;
    forgetful.add(connection.client.config);
    if (connection.isTransaction)
      throw new Forgotten('A plan is not there any more', { cause: error });
    return rowsOf(connection, { sql }, values);
  }
}
