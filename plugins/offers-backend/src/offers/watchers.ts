import { Connection } from '../database/Database';
import { updateWatchers } from './store';

/** Keeps how many people watch an offer, for when it is listed anew. */
export async function keepWatchers(
  tx: Connection,
  offerId: string,
  watchers: number,
): Promise<void> {
  await updateWatchers(tx, offerId, watchers);
}
