import { Segment } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { searchTextOf, sortKeyOf, StoredOffer, StoredVersion } from '../offers/reading';
import { deleteListing, insertListing } from './store';

/**
 * Puts an offer's public life into the catalogue, in place of what stood there: each published version for the
 * time in which everybody of its audience is served it.
 */
export async function replaceListing(
  tx: Knex.Transaction,
  offer: StoredOffer,
  versions: readonly StoredVersion[],
  segments: readonly Segment[],
): Promise<void> {
  await deleteListing(tx, offer.id);
  for (const version of versions) {
    const own = segments.filter(
      ({ number, audience }) => number === version.number && audience.whom === 'all',
    );
    const first = own[0];
    if (first) await list(tx, offer, version, { from: first.from, until: own.at(-1)?.until });
  }
}

async function list(
  tx: Knex.Transaction,
  offer: StoredOffer,
  { content, number, validUntil }: StoredVersion,
  window: { from: string; until: string | undefined },
): Promise<void> {
  const { information, pricing, terms } = content;
  await insertListing(tx, {
    offerId: offer.id,
    number,
    sortKey: sortKeyOf(information.title),
    searchText: searchTextOf(offer.name, content),
    catalogue: offer.catalogue,
    category: information.category,
    interaction: offer.interaction,
    owner: offer.owner,
    validFrom: window.from,
    validUntil: window.until,
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
