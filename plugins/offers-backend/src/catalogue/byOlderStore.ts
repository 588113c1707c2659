import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { insertRows } from '../database/insertRows';
import { LISTING_VERSION } from './versions';

const TABLE = 'listed_by_older';

interface Noted {
  offer_id: string;
}

/** By which release offers are listed, and how far a later one has come that lists them anew; empty while none does. */
export interface Listed {
  version: number;
  rebuilt_to: string;
}

/** Notes what this release has listed, where a later one has listed everything anew, or is about to. */
export async function noteWhereOlder(
  tx: Knex.Transaction,
  { version, rebuilt_to: rebuiltTo }: Listed,
  offerIds: readonly string[],
): Promise<void> {
  const isOlder = version > LISTING_VERSION || (version === LISTING_VERSION && rebuiltTo !== '');
  if (!isOlder) return;
  const rows = offerIds.map(offerId => ({ offer_id: offerId }));
  await insertRows(tx, TABLE, rows, { unlessThere: true });
}

/** Whether something was noted. */
export async function hasNoted(connection: Connection): Promise<boolean> {
  return (await connection<Noted>(TABLE).first('offer_id')) !== undefined;
}

/** Some of what was noted. */
export async function selectNoted(tx: Knex.Transaction, limit: number): Promise<string[]> {
  return tx<Noted>(TABLE).orderBy('offer_id').limit(limit).pluck('offer_id');
}

/** Forgets what was listed anew. */
export async function deleteNoted(tx: Knex.Transaction, ids: readonly string[]): Promise<void> {
  await tx<Noted>(TABLE).whereIn('offer_id', ids).delete();
}
