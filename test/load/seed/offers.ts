import { Segment } from '@offerdesk/backstage-plugin-offers-common';
import {
  insertOffers,
  insertVersion,
  replaceComputed,
  replaceHealth,
  replaceListing,
  StoredOffer,
  StoredVersion,
  whereMade,
} from './backendRows';
import { Bulk, Row } from './bulk';
import { capturing } from './capture';
import { userRef, WorldOffer, worldOffer } from './world';

const AUTHOR = userRef('carla');

const DAY = 86_400_000;

/** Instants before and after the seed. */
export interface Times {
  first: string;
  second: string;
  ahead: string;
}

/** A year ago, a month ago, and a year ahead. */
export function timesAround(now: Date): Times {
  const from = (days: number) => new Date(now.getTime() + days * DAY).toISOString();
  return { first: from(-365), second: from(-30), ahead: from(365) };
}

/** An id that is the same for the same offer in every database. */
export function offerId(index: number): string {
  return `0ffe0000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

/**
 * Writes offers with three versions each: one that was superseded, the one that serves, and a draft or
 * (four of ten) a version for a later date.
 */
export async function seedOffers(
  bulk: Bulk,
  { from, count }: { from: number; count: number },
  times: Times,
): Promise<void> {
  let rows: { table: string; rows: Row[] }[] = [];
  const tx = capturing(bulk.client, (table, taken) => rows.push({ table, rows: taken }));
  for (let index = from; index < from + count; index += 1) {
    rows = [];
    await oneOffer(tx, worldOffer(index), times);
    for (const { table, rows: taken } of rows) await bulk.add(table, taken);
  }
}

async function oneOffer(
  tx: ReturnType<typeof capturing>,
  offer: WorldOffer,
  times: Times,
): Promise<void> {
  const stored = storedOffer(offer, times);
  await insertOffers(tx, [{ offer: stored, content: offer.content }]);
  const isScheduled = offer.index % 10 < 4;
  const from = [times.first, times.second, isScheduled ? times.ahead : undefined];
  for (const [index, begin] of from.entries()) {
    await version(tx, offer, { number: index + 1, from: begin });
  }
  await list(tx, stored, offer, from, times.second);
  await health(tx, stored, offer.index, times.second);
}

/** One of five offers has a health of 50 to 95 per cent now. */
async function health(
  tx: ReturnType<typeof capturing>,
  { id }: StoredOffer,
  index: number,
  from: string,
): Promise<void> {
  if (index % 5 > 0) return;
  await replaceHealth(tx, id, [{ from, until: undefined, percent: 50 + (index % 50) }]);
}

/** An offer as it is stored. */
export function storedOffer(
  { index, name, interaction, owner, category, content }: WorldOffer,
  { first, second }: Times,
): StoredOffer {
  return {
    id: offerId(index),
    name,
    catalogue: 'default',
    madeIn: 'default',
    interaction,
    owner,
    category,
    title: content.information.title,
    summary: content.information.summary,
    missing: 0,
    sourceId: undefined,
    sourceKey: undefined,
    sourceContent: undefined,
    watchers: 0,
    revision: 3,
    createdAt: first,
    createdBy: AUTHOR,
    updatedAt: second,
    updatedBy: AUTHOR,
  };
}

/** Writes a version: a draft, or one that is published from an instant on. */
export async function version(
  tx: ReturnType<typeof capturing>,
  offer: WorldOffer,
  { number, from }: { number: number; from: string | undefined },
): Promise<void> {
  const { content } = offer;
  const at = from ?? new Date().toISOString();
  const rows: Row[] = [];
  const key = { offerId: offerId(offer.index), number };
  await insertVersion(
    capturing(String(tx.client.config.client), (table, taken) => {
      if (table === 'offer_versions') rows.push(...taken);
    }),
    { ...key, content },
    AUTHOR,
    at,
  );
  const published = from && {
    status: 'published',
    valid_from: from,
    published_at: at,
    published_by: AUTHOR,
  };
  await tx('offer_versions').insert(rows.map(row => ({ ...row, ...published })));
  await tx('version_authors').insert({ offer_id: key.offerId, number, author: AUTHOR });
}

/** The public life of an offer: each version until the next takes over. */
async function list(
  tx: ReturnType<typeof capturing>,
  offer: StoredOffer,
  world: WorldOffer,
  from: readonly (string | undefined)[],
  at: string,
): Promise<void> {
  const segments = from.flatMap((begin, index): Segment[] =>
    begin
      ? [
          {
            from: begin,
            until: from[index + 1],
            number: index + 1,
            state: 'available',
            audience: { whom: 'all' },
          },
        ]
      : [],
  );
  const versions = segments.map(({ number, from: begin }) =>
    publishedAs(offer, world, number, begin),
  );
  await replaceComputed(tx, offer.id, { segments, needs: [], members: [] });
  await replaceListing(tx, { offer, versions, segments, whereabouts: whereMade(offer) }, at);
}

/** A published version as it is read. */
export function publishedAs(
  { id }: StoredOffer,
  { content }: WorldOffer,
  number: number,
  validFrom: string,
): StoredVersion {
  return {
    offerId: id,
    number,
    status: 'published',
    content,
    updatedBy: AUTHOR,
    validFrom,
    validUntil: undefined,
    publishedAt: validFrom,
    publishedBy: AUTHOR,
  };
}
