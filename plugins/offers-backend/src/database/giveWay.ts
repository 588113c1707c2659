import type { Knex } from 'knex';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { isSqlite } from './Database';

/** For how many milliseconds whoever has much to do lets others go ahead, at most. */
const MOST_MS = 25;

/** So long nobody used the connection: whoever asks several things, one after the other, has come to the end. */
const QUIET_MS = 2;

/**
 * Lets those go ahead who wait for the one connection to SQLite, to the end of what they ask: between two
 * transactions of work that is long. Elsewhere nobody waits for it, each has a connection.
 */
export async function giveWay(knex: Knex): Promise<void> {
  if (!isSqlite(knex)) return;
  // The connection is given back, and to the next in turn, only after the transaction has answered.
  await setImmediate();
  let quiet = isUsed(knex) ? 0 : QUIET_MS;
  for (let waited = 0; quiet < QUIET_MS && waited < MOST_MS; waited += 1) {
    await setTimeout(1);
    quiet = isUsed(knex) ? 0 : quiet + 1;
  }
}

function isUsed({ client }: Knex): boolean {
  return client.pool.numUsed() + client.pool.numPendingAcquires() > 0;
}
