import type { Knex } from 'knex';
import { Done, holdWrites, Send } from './holdWrites';

/** How many statements a connection keeps; a use case has some forty, and lists differ by their filters. */
const MOST = 400;

/** A statement of the driver `sqlite3`. */
interface DriverStatement {
  all(values: readonly unknown[], done: Done): void;
  run(values: readonly unknown[], done: Done): void;
  finalize(): void;
}

/** What of a connection of the driver `sqlite3` sends statements. */
interface DriverConnection {
  prepare(sql: string, done: (error: Error | null) => void): DriverStatement;
  all(sql: string, values: readonly unknown[], done: Done): void;
  run(sql: string, values: readonly unknown[], done: Done): void;
  exec(sql: string, done: (error: Error | null) => void): void;
  close(done: (error: Error | null) => void): void;
}

/**
 * Lets the one connection to SQLite keep the statements that it was sent: the driver prepares each anew, which is a
 * turn of its thread for each. SQLite itself prepares one again where the schema has changed since.
 *
 * @param knex - of the client `sqlite3`; that of another is left as it is (`better-sqlite3` has no such turns)
 */
export async function keepStatements(knex: Knex): Promise<void> {
  if (knex.client.config.client !== 'sqlite3') return;
  const connection: DriverConnection = await knex.client.acquireConnection();
  try {
    keepIn(connection);
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

function keepIn(connection: DriverConnection): void {
  const kept = new Map<string, DriverStatement>();
  const send =
    (method: 'all' | 'run'): Send =>
    (sql, values, done) => {
      const known = kept.get(sql);
      if (known) {
        // The map stays in the order in which statements were last sent.
        kept.delete(sql);
        kept.set(sql, known);
        known[method](values, unlessFailed(kept, sql, known, done));
        return;
      }
      const statement = connection.prepare(sql, error => {
        if (error) {
          done.call(statement, error);
          return;
        }
        add(kept, sql, statement);
        statement[method](values, unlessFailed(kept, sql, statement, done));
      });
    };
  const behindHeld = holdWrites(connection, { all: send('all'), run: send('run') });
  connection.all = behindHeld('all');
  connection.run = behindHeld('run');
  const close = connection.close.bind(connection);
  connection.close = done => {
    // SQLite closes no connection that has statements.
    for (const statement of kept.values()) statement.finalize();
    kept.clear();
    close(done);
  };
}

/**
 * Keeps a statement no longer once it failed: one that found the file locked stays where it was, and would hold the
 * connection to what it read then.
 */
function unlessFailed(
  kept: Map<string, DriverStatement>,
  sql: string,
  statement: DriverStatement,
  done: Done,
): Done {
  return function settle(this: unknown, error, rows) {
    if (error) {
      if (kept.get(sql) === statement) kept.delete(sql);
      statement.finalize();
    }
    done.call(this, error, rows);
  };
}

function add(kept: Map<string, DriverStatement>, sql: string, statement: DriverStatement): void {
  // Sent twice before it was prepared: the later one takes its place.
  kept.get(sql)?.finalize();
  kept.set(sql, statement);
  for (const [oldest, unused] of kept) {
    if (kept.size <= MOST) return;
    kept.delete(oldest);
    unused.finalize();
  }
}
