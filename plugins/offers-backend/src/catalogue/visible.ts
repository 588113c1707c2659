import { ListFilter } from '../api/OfferGuard';
import { Connection } from '../database/Database';
import { selectCards, selectListedAmong, StoredCard } from './store';

/** Those of some offers that a person may see now, as the catalogue shows them. */
export async function visibleAmong(
  connection: Connection,
  offerIds: readonly string[],
  search: { principals: readonly string[]; now: string; filter: ListFilter },
): Promise<StoredCard[]> {
  if (offerIds.length === 0) return [];
  const whole = { ...search, filters: {}, words: [] };
  const cards = await selectCards(connection, await selectListedAmong(connection, whole, offerIds));
  return [...cards.values()].map(({ card }) => card);
}
