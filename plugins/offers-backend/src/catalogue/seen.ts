import { Connection } from '../database/Database';
import { CatalogueSearch, selectCards, selectListedAmong, StoredCard } from './store';

export type { CatalogueSearch };

/** Those of some offers that are in a person's catalogue now, as it shows them. */
export async function cardsSeen(
  connection: Connection,
  search: CatalogueSearch,
  offerIds: readonly string[],
): Promise<StoredCard[]> {
  if (offerIds.length === 0) return [];
  const keys = await selectListedAmong(connection, search, offerIds);
  const cards = await selectCards(connection, keys);
  return [...cards.values()].map(({ card }) => card);
}
