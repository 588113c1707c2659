import {
  Content,
  Placed,
  Placement,
  placementOf,
  Places,
  placesIn,
} from '@offerdesk/backstage-plugin-offers-common';
import { providerOf } from '../catalogue/card';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { StoredOffer } from '../offers/reading';
import { structureKnown } from './reading';

/** An offer with the content of one of its versions. */
export interface OfferToShow {
  offer: Pick<StoredOffer, 'id' | 'madeIn' | 'interaction' | 'owner'>;
  content: Content;
}

/**
 * Which catalogue, which categories (the nearest first, with those above it) and which views an offer belongs to at an
 * instant. It says where the offer is, and not who may see it or the view: whoever routes a message by it asks the
 * audience of the offer as well.
 */
export async function placesOf(
  ctx: Pick<Context, 'db' | 'clock'>,
  { offer, content }: OfferToShow,
  { at, connection }: { at: string; connection?: Connection },
): Promise<Places> {
  const structure = await structureKnown(ctx, { at, ...(connection ? { connection } : {}) });
  return placesIn(structure, {
    ...placementOf(structure, offer, content.information.category),
    ...lookedAt({ offer, content }),
  });
}

/** What views look at in an offer besides its place. */
export function lookedAt({ offer, content }: OfferToShow): Omit<Placed, keyof Placement> {
  return {
    interaction: offer.interaction,
    owner: offer.owner,
    provider: providerOf(offer, content),
    tags: content.information.tags,
    entities: content.product.entities.map(({ ref }) => ref),
  };
}
