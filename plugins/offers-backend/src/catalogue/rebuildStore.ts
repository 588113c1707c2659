import type { Knex } from 'knex';

/** What is made anew for a release that holds it otherwise, by the table that says how far. */
export type RebuiltTable = 'listing_state' | 'health_state';

interface StateRow {
  id: number;
  version: number;
  rebuilt_to: string;
}

/** By which release it was made, and how far a later one came; locked until the transaction ends. */
export async function lockRebuilt(
  tx: Knex.Transaction,
  table: RebuiltTable,
): Promise<{ version: number; rebuiltTo: string }> {
  const row = await tx<StateRow>(table).where({ id: 1 }).forUpdate().first();
  return { version: row?.version ?? 0, rebuiltTo: row?.rebuilt_to ?? '' };
}

/** Notes how far it was made anew; when it is done, the next time begins at the first offer. */
export async function markRebuilt(
  tx: Knex.Transaction,
  table: RebuiltTable,
  { version, rebuiltTo = '' }: { version: number; rebuiltTo?: string },
): Promise<void> {
  await tx<StateRow>(table).where({ id: 1 }).update({ version, rebuilt_to: rebuiltTo });
}

/** Ids of offers, in their order. */
export async function selectOffersAfter(
  tx: Knex.Transaction,
  after: string,
  limit: number,
): Promise<string[]> {
  return tx('offers').where('id', '>', after).orderBy('id').limit(limit).pluck('id');
}
