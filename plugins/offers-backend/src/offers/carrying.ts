import { carriesProduct } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { selectOfferIdsLinkedTo } from './carryingStore';
import { selectOffers, StoredOffer } from './store';
import { selectVersions } from './versionStore';

/** The offers that carry a product at an instant, by name. */
export async function offersCarrying(
  connection: Connection,
  product: string,
  at: string,
): Promise<StoredOffer[]> {
  const ids = await selectOfferIdsLinkedTo(connection, product);
  const carrying: StoredOffer[] = [];
  // In pieces, since a product that everything needs is carried by many offers.
  for (let start = 0; start < ids.length; start += 200) {
    const some = ids.slice(start, start + 200);
    const versions = await selectVersions(connection, some);
    const offers = await selectOffers(connection, some);
    carrying.push(
      ...offers.filter(({ id }) =>
        carriesProduct(
          versions.filter(({ offerId }) => offerId === id),
          product,
          at,
        ),
      ),
    );
  }
  return carrying.sort((a, b) => (a.name < b.name ? -1 : 1));
}
