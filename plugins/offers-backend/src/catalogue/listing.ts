import type { Knex } from 'knex';
import { searchTextOf, sortKeyOf, StoredOffer, StoredVersion } from '../offers/reading';
import { endListingAt, insertListing } from './store';

/** Puts a published version into the catalogue, from its instant on. */
export async function listVersion(
  tx: Knex.Transaction,
  offer: StoredOffer,
  version: StoredVersion & { validFrom: string },
): Promise<void> {
  const { content, number, validFrom, validUntil } = version;
  const { information, pricing, terms } = content;
  await endListingAt(tx, offer.id, { number, at: validFrom });
  await insertListing(tx, {
    offerId: offer.id,
    number,
    sortKey: sortKeyOf(information.title),
    searchText: searchTextOf(offer.name, content),
    catalogue: offer.catalogue,
    category: information.category,
    interaction: offer.interaction,
    owner: offer.owner,
    validFrom,
    validUntil,
    access: content.access,
    entityRefs: content.product.entities.map(({ ref }) => ref),
    card: {
      id: offer.id,
      name: offer.name,
      title: information.title,
      summary: information.summary,
      ...(information.category ? { category: information.category } : {}),
      interaction: offer.interaction,
      ...(offer.owner ? { owner: offer.owner } : {}),
      tags: information.tags,
      ...(information.logo ? { logo: information.logo } : {}),
      priceLists: pricing.priceLists,
      ...(terms.leadTimeDays === undefined ? {} : { leadTimeDays: terms.leadTimeDays }),
      ...(validUntil ? { validUntil } : {}),
    },
  });
}
