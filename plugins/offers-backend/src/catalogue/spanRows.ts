import { Placement, Segment, tagKey } from '@offerdesk/backstage-plugin-offers-common';
import { StoredOffer, StoredVersion } from '../offers/reading';
import { providerOf } from './card';
import { PlaceAt } from '../structure/moves';
import { FOREVER } from './readers';

/** When a version is served, whoever reads it: for counting what a change of the structure touches. */
export interface SpanRow {
  offer_id: string;
  starts_at: string;
  number: number;
  ends_at: string;
  catalogue: string;
  category: string | null;
  provider: string | null;
}

/** A tag of a version, by which views find it. */
export interface TagRow {
  offer_id: string;
  number: number;
  tag: string;
}

/** A version with its segments, and where it is found at the beginning of each. */
export interface Served {
  version: StoredVersion;
  segments: readonly Segment[];
  placeAt: PlaceAt;
}

/** A place as the listing holds it. */
export function placeRow({ catalogue, category }: Placement): {
  catalogue: string;
  category: string | null;
} {
  return { catalogue, category: category ?? null };
}

/** When a version is served: one row for each instant at which it begins to be, be it for a ring or for others. */
export function spanRows(offer: StoredOffer, { version, segments, placeAt }: Served): SpanRow[] {
  const ends = new Map<string, string>();
  for (const { from, until = FOREVER } of segments) {
    const known = ends.get(from);
    if (known === undefined || known < until) ends.set(from, until);
  }
  return [...ends].map(([starts_at, ends_at]) => ({
    offer_id: offer.id,
    starts_at,
    number: version.number,
    ends_at,
    ...placeRow(placeAt(version.content.information.category, starts_at)),
    provider: providerOf(offer, version.content) ?? null,
  }));
}

/** The tags of a version. */
export function tagRows({
  version: { offerId, number, content },
}: Pick<Served, 'version'>): TagRow[] {
  const tags = new Set(content.information.tags.map(tagKey));
  return [...tags].map(tag => ({ offer_id: offerId, number, tag }));
}
