import type { Knex } from 'knex';
import { isSqlite } from './Database';

/**
 * Waits until a name is free, and holds it until the transaction ends: for what is decided by rows that may not be
 * there yet, and that no row can be locked for. Those who only read by it hold it together.
 *
 * SQLite has one connection: its transactions take turns.
 */
export async function holdName(
  tx: Knex.Transaction,
  name: string,
  how: 'alone' | 'together',
): Promise<void> {
  if (isSqlite(tx)) return;
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await tx.raw(`select ${lock}(hashtextextended(?, 0))`, [name]);
}
