import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { Cell, Connection } from './Connection';
import { keepStatements } from './keptStatements';
import { migrate } from './migrate';
import { isRunOf, Unanswered } from './Question';
import { Committed, inUnitOfWork } from './unitOfWork';

/** Is told of the audit entries and hints of a transaction that was committed; must neither wait nor throw. */
export type AfterCommit = (committed: Committed) => void;

export type { Cell, Connection, Value } from './Connection';

/** How often a transaction is tried when the database asks for it (deadlock, serialisation). */
const TRIES = 6;

/** How many questions to other services one use case may have: a use case that never has enough is wrong. */
const MOST_QUESTIONS = 100;

/**
 * A deadlock and a serialisation failure of PostgreSQL, and another process that writes to the SQLite
 * file, such as a backup: the transaction had no effect.
 */
const TRY_AGAIN = new Set(['40P01', '40001', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);

/** SQLSTATE classes and driver codes that mean "not now": connection lost, shutting down, out of space. */
const NOT_NOW =
  /^(08|57P|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|SQLITE_FULL|SQLITE_BUSY|SQLITE_READONLY|SQLITE_IOERR)/;

/** What the driver of PostgreSQL says, without a code, of a connection that broke under a statement or before it. */
const BROKEN = /(^|\s)Connection (terminated|ended)( unexpectedly)?$|is not queryable$/;

/**
 * The database of the plugin. The only place that knows a dialect.
 *
 * SQLite has one connection: nothing inside a transaction may use another.
 */
export class Database {
  private constructor(
    readonly knex: Knex,
    private readonly clock: () => Date,
    private readonly afterCommit: AfterCommit,
  ) {}

  /** Connects and brings the schema up to date. */
  static async create(
    service: DatabaseService,
    clock: () => Date,
    afterCommit: AfterCommit = () => {},
  ): Promise<Database> {
    const knex = await service.getClient();
    if (isSqlite(knex)) await prepareSqlite(knex);
    if (!service.migrations?.skip) await migrate(knex);
    return new Database(knex, clock, afterCommit);
  }

  /**
   * Runs a use case in one transaction: all of it is stored, or nothing. It runs again when the database
   * says that it lost a race, and when another service has to be asked first ({@link Question}), so it must
   * have no effect outside the transaction. Whoever waits for commits is told once, after the attempt that
   * was stored.
   */
  async transaction<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    const { result, committed } = await this.untilStored(tx => inUnitOfWork(tx, work));
    if (committed.recorded.length + committed.hinted.size > 0) this.afterCommit(committed);
    return result;
  }

  private async untilStored<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    const useCase = {};
    const tries = { lost: 0, unanswered: 0 };
    for (;;) {
      try {
        return await this.knex.transaction(tx => {
          isRunOf(useCase, tx);
          return work(tx);
        });
      } catch (error) {
        if (error instanceof Unanswered && tries.unanswered < MOST_QUESTIONS) {
          tries.unanswered += 1;
          await error.ask();
        } else {
          tries.lost += 1;
          if (tries.lost === TRIES || !TRY_AGAIN.has(codeOf(error))) throw error;
          await setTimeout(tries.lost * 20);
        }
      }
    }
  }

  /**
   * The instant that all replicas agree on: the server's clock on PostgreSQL, this machine's on SQLite,
   * which serves one process.
   */
  async now(connection: Connection): Promise<string> {
    if (isSqlite(connection)) return this.clock().toISOString();
    const result = await connection.raw<{ rows: { now: Date }[] }>(
      'select clock_timestamp() as now',
    );
    return (result.rows[0]?.now ?? this.clock()).toISOString();
  }
}

/** Whether an error says that the database cannot answer at the moment. */
export function isUnavailable(error: unknown): boolean {
  return (
    NOT_NOW.test(codeOf(error)) ||
    textOf(error, 'name') === 'KnexTimeoutError' ||
    BROKEN.test(textOf(error, 'message'))
  );
}

/** Whether an error says that a unique value exists already. */
export function isUniqueViolation(error: unknown): boolean {
  const code = codeOf(error);
  if (code === '23505') return true;
  return (
    code.startsWith('SQLITE_CONSTRAINT') &&
    /UNIQUE|PRIMARY/i.test(`${code} ${textOf(error, 'message')}`)
  );
}

/** A pattern for LIKE that finds the text itself; to be used with `escape '\'`. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, found => `\\${found}`)}%`;
}

/** A statement as a text. */
export interface Statement {
  sql: string;
  /** under which name PostgreSQL keeps it, so that it plans it once for each connection; unique for the text */
  name?: string | undefined;
}

/** Databases that forget names: a pool between us and PostgreSQL gives each statement to another connection. */
const forgetful = new WeakSet<object>();

/** Such a pool answers that a prepared statement is not there, or is there already. */
const FORGOTTEN = new Set(['26000', '42P05']);

/** The rows of a statement that is sent as a text; outside transactions only where it has a name. */
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
    return rowsOf(connection, { sql }, values);
  }
}

/** Whether the database is SQLite. */
export function isSqlite(connection: Connection): boolean {
  return String(connection.client.config.client).includes('sqlite');
}

function codeOf(error: unknown): string {
  return textOf(error, 'code');
}

/** The drivers' errors are not always instances of this realm's Error. */
function textOf(error: unknown, property: 'code' | 'message' | 'name'): string {
  if (typeof error !== 'object' || error === null) return '';
  return String(Reflect.get(error, property) ?? '');
}

/** The write-ahead log lets readers go on while a write is stored, and makes small writes three times as fast. */
async function prepareSqlite(knex: Knex): Promise<void> {
  await knex.raw('pragma journal_mode = wal');
  await knex.raw('pragma synchronous = full');
  await knex.raw('pragma busy_timeout = 5000');
  // 32 MB of pages instead of 2: an index of a large log does not fit into 2, and is read again for each row.
  await knex.raw('pragma cache_size = -32000');
  // 16 MB of the log instead of 4 before it is brought into the file: pages of indexes are changed again and again.
  await knex.raw('pragma wal_autocheckpoint = 4000');
  await keepStatements(knex);
}
