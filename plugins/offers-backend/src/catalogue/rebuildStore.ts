import type { Knex } from 'knex';

interface StateRow {
  id: number;
  version: number;
  rebuilt_to: string;
}

/** By which release the listing was made, and how far a later one came; locked until the transaction ends. */
export async function lockListingState(
  tx: Knex.Transaction,
): Promise<{ version: number; rebuiltTo: string }> {
  const row = await tx<StateRow>('listing_state').where({ id: 1 }).forUpdate().first();
  return { version: row?.version ?? 0, rebuiltTo: row?.rebuilt_to ?? '' };
}

/** Notes how far the listing was made anew; when it is done, the next time begins at the first offer. */
export async function markRebuilt(
  tx: Knex.Transaction,
  { version, rebuiltTo = '' }: { version: number; rebuiltTo?: string },
): Promise<void> {
  await tx<StateRow>('listing_state').where({ id: 1 }).update({ version, rebuilt_to: rebuiltTo });
}

/** Ids of offers, in their order. */
export async function selectOffersAfter(
  tx: Knex.Transaction,
  after: string,
  limit: number,
): Promise<string[]> {
  return tx('offers').where('id', '>', after).orderBy('id').limit(limit).pluck('id');
}
