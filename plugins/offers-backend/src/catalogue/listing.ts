import type { Knex } from 'knex';
import { ListedOffer, listingRows } from './listingRows';
import { storeListing } from './listingStore';
import { listedTexts } from './texts';

/**
 * Puts an offer's public life into the catalogue, in place of what stood there: past and ahead, for everybody of
 * its audiences, in the ring and outside it.
 *
 * @param now - what was over long before it is listed apart from the rest
 */
export async function replaceListing(
  tx: Knex.Transaction,
  listed: ListedOffer,
  now: string,
): Promise<void> {
  await storeListing(tx, listed.offer.id, {
    rows: listingRows(listed, now),
    texts: listedTexts(listed, now),
  });
}
