import { Connection } from '../database/Database';
import { keepWatchers } from '../offers/watchers';
import { watchRank } from './listingRows';
import { updateWatchRank } from './listingStore';

/** Puts an offer in its place among the popular: who calls holds its lock, so that two who watch at once both count. */
export async function rankByWatchers(
  tx: Connection,
  offerId: string,
  watchers: number,
): Promise<void> {
  await keepWatchers(tx, offerId, watchers);
  await updateWatchRank(tx, offerId, watchRank(watchers));
}
