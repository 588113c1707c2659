import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { Connection, isSqlite } from './Connection';
import { codeOf, wasOvertaken } from './failures';
import { keepStatements } from './keptStatements';
import { migrate } from './migrate';
import { isRunOf, Unanswered } from './Question';
import { Forgotten } from './statements';
import { Committed, inUnitOfWork } from './unitOfWork';

/** Is told of the audit entries and hints of a transaction that was committed; must neither wait nor throw. */
export type AfterCommit = (committed: Committed) => void;

export type { Cell, Connection, Value } from './Connection';
export { isSqlite } from './Connection';

/** How often a transaction is tried when the database asks for it (deadlock, serialisation). */
const TRIES = 6;

/** How many questions to other services one use case may have: a use case that never has enough is wrong. */
const MOST_QUESTIONS = 100;

/**
 * A deadlock and a serialisation failure of PostgreSQL, and another process that writes to the SQLite
 * file, such as a backup: the transaction had no effect.
 */
const TRY_AGAIN = new Set(['40P01', '40001', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);

const isLostRace = (error: unknown) => TRY_AGAIN.has(codeOf(error)) || wasOvertaken(error);

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
        } else if (!(error instanceof Forgotten)) {
          tries.lost += 1;
          if (tries.lost === TRIES || !isLostRace(error)) throw error;
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

/** A pattern for LIKE that finds the text itself; to be used with `escape '\'`. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, found => `\\${found}`)}%`;
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
