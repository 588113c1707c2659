import type { Knex } from 'knex';
import { AS_MANAGED, knownTexts, putText } from '../search/texts';
import { Connection } from '../database/Database';
import { insertRows } from '../database/insertRows';
import { listingChanges } from './generationStore';
import { ListingRows } from './listingRows';
import { VersionText } from './texts';

/** All that is listed of an offer. */
export interface WholeListing {
  rows: ListingRows;
  texts: readonly VersionText[];
}

/** In this order, so that what refers to a version goes in after it. */
const TABLES = [
  'listed',
  'listed_prices',
  'listed_rings',
  'listed_ring_principals',
  'listing_denied',
  'listing_cards',
  'listed_spans',
  'listed_tags',
] as const;

/** Replaces what is listed of an offer. */
export async function storeListing(
  tx: Knex.Transaction,
  offerId: string,
  { rows, texts }: WholeListing,
): Promise<void> {
  await listingChanges(tx, offerId);
  for (const table of TABLES) {
    await tx(table).where({ offer_id: offerId }).delete();
    await insertRows(tx, table, rows[table]);
  }
  await replaceLinks(tx, offerId, rows.offer_links);
  await storeTexts(tx, offerId, texts);
}

/** Moves an offer in the order of the popular. It changes no count, so those that are kept stay. */
export async function updateWatchRank(
  tx: Connection,
  offerId: string,
  rank: number,
): Promise<void> {
  await tx('listed').where({ offer_id: offerId }).update({ watch_rank: rank });
}

/** What is known of a link, that its entity is gone, outlives the listing. */
async function replaceLinks(
  tx: Knex.Transaction,
  offerId: string,
  links: ListingRows['offer_links'],
): Promise<void> {
  const before = await tx('offer_links')
    .where({ offer_id: offerId })
    .whereNotNull('dangling_since')
    .select<{ entity_ref: string; dangling_since: string }[]>('entity_ref', 'dangling_since');
  const dangling = new Map(before.map(row => [row.entity_ref, row.dangling_since]));
  await tx('offer_links').where({ offer_id: offerId }).delete();
  await insertRows(
    tx,
    'offer_links',
    links.map(link => ({ ...link, dangling_since: dangling.get(link.entity_ref) ?? null })),
  );
}

/** Texts are immutable as versions are: most of the time only who finds them changed, or nothing. */
async function storeTexts(
  tx: Knex.Transaction,
  offerId: string,
  texts: readonly VersionText[],
): Promise<void> {
  const known = await knownTexts(tx, offerId);
  for (const { number, text } of texts) {
    await putText(tx, { offerId, number }, text, known.get(number));
  }
  const kept = [AS_MANAGED, ...texts.map(({ number }) => number)];
  await tx('offer_search').where({ offer_id: offerId }).whereNotIn('number', kept).delete();
}
