import { cutAt } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Whereabouts } from '../structure/moves';
import { ListedOffer, listingRows } from './listingRows';
import { storeListing } from './listingStore';
import { listedTexts } from './texts';

/** An offer with its whole public life, and where it is found meanwhile. */
export type ListedLife = Omit<ListedOffer, 'placeAt'> & { whereabouts: Whereabouts };

/**
 * Puts an offer's public life into the catalogue, in place of what stood there: past and ahead, for everybody of
 * its audiences, in the ring and outside it.
 *
 * @param now - what was over long before it is listed apart from the rest
 */
export async function replaceListing(
  tx: Knex.Transaction,
  { offer, versions, segments, whereabouts: { moves, placeAt } }: ListedLife,
  now: string,
): Promise<void> {
  const listed = { offer, versions, segments: cutAt(segments, moves), placeAt };
  await storeListing(tx, offer.id, {
    rows: listingRows(listed, now),
    texts: listedTexts(listed, now),
  });
}
