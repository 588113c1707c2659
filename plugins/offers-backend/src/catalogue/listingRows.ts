import {
  firstYearPrice,
  ownPriceLists,
  PriceList,
  RING_BUCKETS,
  RingLimit,
  ringPercent,
  ringSalt,
  Segment,
} from '@offerdesk/backstage-plugin-offers-common';
import { StoredOffer, StoredVersion, sortKeyOf } from '../offers/reading';
import { PlaceAt } from '../structure/moves';
import { cardOf, providerOf } from './card';
import { FOREVER, readerOf } from './readers';
import { placeRow, Served, SpanRow, spanRows, TagRow, tagRows } from './spanRows';

/** An offer with its published versions and its whole public life. */
export interface ListedOffer {
  offer: StoredOffer;
  versions: readonly StoredVersion[];
  /** cut where the offer moves */
  segments: readonly Segment[];
  placeAt: PlaceAt;
}

/** Stands for "not said", after every lead time that is. */
export const NO_LEAD_TIME = 100_000;

/** More people than ever watch one offer: the most watched come first in an index, and those alike by title. */
const NOBODY = 1_000_000;

/** Where the number of those who watch it puts an offer in the order of the popular. */
export const watchRank = (watchers: number): number => NOBODY - watchers;

/** A row of the listing: for one reader, a time in which one version is served in one state. */
export interface ListingRow {
  offer_id: string;
  reader: string;
  starts_at: string;
  number: number;
  ends_at: string;
  sort_key: string;
  since: string;
  lead_days: number;
  watch_rank: number;
  catalogue: string;
  category: string | null;
  interaction: string;
  owner: string | null;
  provider: string | null;
  state: string;
  limited: number;
  ring: number | null;
  outside: number;
}

/** Rows by table; whoever stores them deletes those of the offer first. */
export interface ListingRows {
  listed: ListingRow[];
  listed_prices: object[];
  listed_rings: object[];
  listed_ring_principals: object[];
  listing_denied: object[];
  listing_cards: object[];
  listed_spans: SpanRow[];
  listed_tags: TagRow[];
  offer_links: { offer_id: string; number: number; entity_ref: string }[];
}

/** The rows of an offer: all that a list shows and filters by, so that a page needs no other table. */
export function listingRows(listed: ListedOffer, now: string): ListingRows {
  const { offer, segments, placeAt } = listed;
  const rings = ringsOf(segments);
  const since = segments.map(({ from }) => from).sort()[0] ?? FOREVER;
  const served = listed.versions.flatMap((version): Served[] => {
    const own = segments.filter(({ number }) => number === version.number);
    return own.length > 0 ? [{ version, segments: own, placeAt }] : [];
  });
  const each = <T>(rows: (one: Served) => T[]) => served.flatMap(rows);
  return {
    listed: each(one => rowsOf(offer, one, { rings, since, now })),
    listed_prices: each(one => priceRows(one, now)),
    listed_rings: rings.map((limit, ring) => ({
      offer_id: offer.id,
      ring,
      buckets: ringPercent(limit) * (RING_BUCKETS / 100),
      ...ringSalt(offer.id),
    })),
    listed_ring_principals: rings.flatMap((limit, ring) =>
      unique(limit.groups).map(principal => ({ offer_id: offer.id, ring, principal })),
    ),
    listing_denied: each(({ version: { number, content } }) =>
      unique(content.access.see.deny).map(principal => ({
        offer_id: offer.id,
        number,
        principal,
      })),
    ),
    listing_cards: each(({ version }) => [
      {
        offer_id: offer.id,
        number: version.number,
        card: JSON.stringify(cardOf(listed, version, since)),
        access: JSON.stringify(version.content.access),
      },
    ]),
    listed_spans: each(one => spanRows(offer, one)),
    listed_tags: each(tagRows),
    offer_links: each(({ version: { number, content } }) =>
      unique(content.product.entities.map(({ ref }) => ref)).map(entity_ref => ({
        offer_id: offer.id,
        number,
        entity_ref,
      })),
    ),
  };
}

/** The readers under which one version is found. */
export function readersOfVersion(
  { version, segments }: Omit<Served, 'placeAt'>,
  now: string,
): string[] {
  return unique(
    version.content.access.see.allow.flatMap(principal =>
      segments.map(({ until }) => readerOf(principal, until ?? FOREVER, now)),
    ),
  );
}

function rowsOf(
  offer: StoredOffer,
  { version, segments, placeAt }: Served,
  { rings, since, now }: { rings: RingLimit[]; since: string; now: string },
): ListingRow[] {
  const { information, access, terms } = version.content;
  const ends = (segment: Segment) => segment.until ?? FOREVER;
  return segments.flatMap(segment => {
    const { audience } = segment;
    const isLimited = access.see.deny.length > 0 || audience.whom !== 'all';
    return unique(access.see.allow).map(principal => ({
      offer_id: offer.id,
      reader: readerOf(principal, ends(segment), now),
      starts_at: segment.from,
      number: version.number,
      ends_at: ends(segment),
      sort_key: sortKeyOf(information.title),
      since,
      lead_days: terms.leadTimeDays ?? NO_LEAD_TIME,
      watch_rank: watchRank(offer.watchers),
      ...placeRow(placeAt(information.category, segment.from)),
      interaction: offer.interaction,
      owner: offer.owner ?? null,
      provider: providerOf(offer, version.content) ?? null,
      state: segment.state,
      limited: Number(isLimited),
      ring: audience.whom === 'all' ? null : rings.findIndex(ring => isSame(ring, audience.ring)),
      outside: Number(audience.whom === 'outside'),
    }));
  });
}

const isForEverybody = ({ audience }: PriceList) => audience.length === 0;

function priceRows(listed: Served, now: string): object[] {
  const { version } = listed;
  const readers = readersOfVersion(listed, now);
  return ownPriceLists(version.content)
    .filter(isForEverybody)
    .flatMap(list =>
      readers.map(reader => ({
        offer_id: version.offerId,
        number: version.number,
        reader,
        currency: list.currency,
        price_key: priceKey(firstYearPrice(list).toFixed(6)),
      })),
    );
}

/** An amount as text whose order is the order of amounts. */
export function priceKey(amount: string): string {
  const [whole = '0', digits = ''] = amount.split('.');
  return `${whole.padStart(20, '0')}.${digits.padEnd(6, '0')}`;
}

function ringsOf(segments: readonly Segment[]): RingLimit[] {
  const rings: RingLimit[] = [];
  for (const { audience } of segments) {
    if (audience.whom !== 'all' && !rings.some(ring => isSame(ring, audience.ring))) {
      rings.push(audience.ring);
    }
  }
  return rings;
}

function isSame(a: RingLimit, b: RingLimit): boolean {
  return a.percent === b.percent && a.groups.join() === b.groups.join();
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
