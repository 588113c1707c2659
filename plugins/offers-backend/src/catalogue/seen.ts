import { Connection } from '../database/Database';
import { StoredCard } from './card';
import { CatalogueSearch } from './search';
import { selectCards, selectVisible } from './cardStore';

export type { CatalogueSearch };

/** Those of some offers that are in a person's catalogue now, as it shows them. */
export async function cardsSeen(
  connection: Connection,
  search: CatalogueSearch,
  offerIds: readonly string[],
): Promise<StoredCard[]> {
  if (offerIds.length === 0) return [];
  const keys = await selectVisible(connection, search, offerIds);
  const cards = await selectCards(connection, keys);
  return [...cards.values()].map(({ card }) => card);
}
