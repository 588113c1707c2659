import { COMMIT, HeldWrites } from './heldWrites';

export type Done = (this: unknown, error: Error | null, rows?: unknown) => void;
/** Sends one statement. */
export type Send = (sql: string, values: readonly unknown[], done: Done) => void;

/** What of a connection of the driver `sqlite3` sends several statements as one text. */
interface Together {
  exec(sql: string, done: (error: Error | null) => void): void;
}

/**
 * Lets writes of a transaction that give nothing back wait for what has an answer ({@link HeldWrites}).
 *
 * @param send - sends one statement at once
 * @returns what is to be called instead
 */
export function holdWrites(
  connection: Together,
  send: Record<'all' | 'run', Send>,
): (
  method: 'all' | 'run',
) => (sql: string, values: readonly unknown[] | undefined, done: Done) => void {
  const held = new HeldWrites();
  // What comes while held writes are under way would overtake them.
  let waiting: (() => void)[] | undefined;
  const together = (sql: string, done: (error: Error | null) => void): void => {
    waiting = [];
    connection.exec(sql, error => {
      const others = waiting ?? [];
      waiting = undefined;
      done(error);
      for (const other of others) other();
    });
  };
  /** Commits with the last writes. Who sent a commit that fails takes the transaction for ended, so it is. */
  const commit = (writes: string, done: Done): void =>
    together(`${writes}commit;`, error => {
      if (error) together('rollback', () => done.call(connection, error));
      else done.call(connection, null, []);
    });
  return method =>
    function sendBehind(sql, values = [], done) {
      if (waiting) {
        waiting.push(() => sendBehind(sql, values, done));
        return;
      }
      // Knex asks for the rows of a statement that it does not know; such a write gives none.
      if (method === 'all' && held.takes(sql, values)) {
        done.call(connection, null, []);
        return;
      }
      const writes = held.before(sql);
      if (writes === '') send[method](sql, values, done);
      else if (COMMIT.test(sql)) commit(writes, done);
      else
        together(writes, error => {
          if (error) done.call(connection, error);
          else send[method](sql, values, done);
        });
    };
}
