import {
  Access,
  audienceKeys,
  CatalogueFilters,
  Interaction,
  interactionSchema,
  OfferCard,
} from '@offerdesk/backstage-plugin-offers-common';
import { Knex } from 'knex';
import { ListFilter } from '../api/OfferGuard';
import { Connection, likePattern } from '../database/Database';
import { applyListFilter } from '../database/listFilter';

/** A published version as the catalogue lists it. */
export interface ListedVersion {
  offerId: string;
  number: number;
  sortKey: string;
  searchText: string;
  catalogue: string;
  category: string | undefined;
  interaction: string;
  owner: string | undefined;
  validFrom: string;
  validUntil: string | undefined;
  card: StoredCard;
  access: Access;
  entityRefs: readonly string[];
}

/** What a list shows of a version; whether it can be ordered is decided for each person. */
export type StoredCard = Omit<OfferCard, 'orderable'>;

interface ListingRow {
  principal: string;
  sort_key: string;
  offer_id: string;
  number: number;
  catalogue: string;
  category: string | null;
  interaction: string;
  owner: string | null;
  valid_from: string;
  valid_until: string | null;
}

/** Whose catalogue is looked at, when, and what of it. */
export interface CatalogueSearch {
  principals: readonly string[];
  now: string;
  filters: CatalogueFilters;
  words: readonly string[];
  filter: ListFilter;
}

/** Lists a version: one row for each principal that may see it. */
export async function insertListing(tx: Connection, listed: ListedVersion): Promise<void> {
  const { offerId, number, access } = listed;
  await tx('listing_cards').insert({
    offer_id: offerId,
    number,
    card: JSON.stringify(listed.card),
    access: JSON.stringify(access),
    search_text: listed.searchText,
  });
  await insertEach(tx, 'listing', unique(access.see.allow), principal => toRow(listed, principal));
  await insertEach(tx, 'listing_denied', unique(access.see.deny), principal => ({
    offer_id: offerId,
    number,
    principal,
  }));
  await insertEach(tx, 'offer_links', unique(listed.entityRefs), entity_ref => ({
    entity_ref,
    offer_id: offerId,
    number,
  }));
}

/** Takes everything of an offer out of the list. */
export async function deleteListing(tx: Connection, offerId: string): Promise<void> {
  for (const table of ['listing', 'listing_denied', 'offer_links', 'listing_cards']) {
    await tx(table).where({ offer_id: offerId }).delete();
  }
}

/** The keys of a page: one index range for each of the person's principals, merged. */
export async function selectListed(
  knex: Connection,
  search: CatalogueSearch,
  page: { after: { sortKey: string; offerId: string } | undefined; limit: number },
): Promise<{ offerId: string; number: number; sortKey: string }[]> {
  const ranges = audienceKeys(search.principals).map(principal => {
    const range = visibleTo(knex, [principal], search)
      .select('l.offer_id', 'l.number', 'l.sort_key')
      .orderBy(['l.sort_key', 'l.offer_id'])
      .limit(page.limit);
    if (page.after) {
      range.whereRaw('(l.sort_key, l.offer_id) > (?, ?)', [page.after.sortKey, page.after.offerId]);
    }
    return knex.select('*').from(range.as('one'));
  });
  const merged = knex
    .select('m.offer_id', 'm.number', 'm.sort_key')
    .distinct()
    .from(knex.unionAll(ranges).as('m'))
    .orderBy(['m.sort_key', 'm.offer_id'])
    .limit(page.limit);
  const rows: { offer_id: string; number: number; sort_key: string }[] = await merged;
  return rows.map(row => ({ offerId: row.offer_id, number: row.number, sortKey: row.sort_key }));
}

/** Those of some offers that are in the person's catalogue. */
export async function selectListedAmong(
  knex: Connection,
  search: CatalogueSearch,
  offerIds: readonly string[],
): Promise<{ offerId: string; number: number }[]> {
  const rows: { offer_id: string; number: number }[] = await visibleTo(
    knex,
    audienceKeys(search.principals),
    search,
  )
    .whereIn('l.offer_id', offerIds)
    .distinct('l.offer_id', 'l.number');
  return rows.map(row => ({ offerId: row.offer_id, number: row.number }));
}

/** How many offers of the person's catalogue each category and interaction has. */
export async function selectFacets(
  knex: Connection,
  search: CatalogueSearch,
): Promise<{ category: string | undefined; interaction: Interaction; count: number }[]> {
  const visible = visibleTo(knex, audienceKeys(search.principals), search)
    .distinct('l.offer_id', 'l.category', 'l.interaction')
    .as('v');
  const rows: { category: string | null; interaction: string; count: string | number }[] =
    await knex
      .from(visible)
      .groupBy('v.category', 'v.interaction')
      .select('v.category', 'v.interaction')
      .count({ count: '*' });
  return rows.map(({ category, interaction, count }) => ({
    category: category ?? undefined,
    interaction: interactionSchema.parse(interaction),
    count: Number(count),
  }));
}

/** What the lists show of some versions, with who may see and order them. */
export async function selectCards(
  knex: Connection,
  keys: readonly { offerId: string; number: number }[],
): Promise<Map<string, { card: StoredCard; access: Access }>> {
  if (keys.length === 0) return new Map();
  const rows = await knex('listing_cards')
    .whereIn(
      ['offer_id', 'number'],
      keys.map(({ offerId, number }) => [offerId, number]),
    )
    .select<{ offer_id: string; card: string; access: string }[]>('offer_id', 'card', 'access');
  return new Map(
    rows.map(row => [row.offer_id, { card: JSON.parse(row.card), access: JSON.parse(row.access) }]),
  );
}

/** The rule of `explain` as SQL: within its window, allowed by one principal, denied to none. */
function visibleTo(
  knex: Connection,
  principals: readonly string[],
  { principals: all, now, filters, words, filter }: CatalogueSearch,
): Knex.QueryBuilder {
  const query = knex('listing as l')
    .whereIn('l.principal', [...principals])
    .where('l.valid_from', '<=', now)
    .where(open => open.whereNull('l.valid_until').orWhere('l.valid_until', '>', now))
    .whereNotExists(
      knex('listing_denied as d')
        .select(knex.raw('1'))
        .whereRaw('d.offer_id = l.offer_id and d.number = l.number')
        .whereIn('d.principal', audienceKeys(all)),
    );
  applyFilters(knex, query, filters, words);
  applyListFilter(query, filter, 'l');
  return query;
}

function applyFilters(
  knex: Connection,
  query: Knex.QueryBuilder,
  { category, interaction, entity }: CatalogueFilters,
  words: readonly string[],
): void {
  if (category) query.where('l.category', category);
  if (interaction) query.where('l.interaction', interaction);
  if (entity) {
    query.whereExists(
      knex('offer_links as e')
        .select(knex.raw('1'))
        .whereRaw('e.offer_id = l.offer_id and e.number = l.number')
        .where('e.entity_ref', entity),
    );
  }
  if (words.length === 0) return;
  const texts = knex('listing_cards as t')
    .select(knex.raw('1'))
    .whereRaw('t.offer_id = l.offer_id and t.number = l.number');
  for (const word of words) {
    texts.whereRaw("t.search_text like ? escape '\\'", [likePattern(word)]);
  }
  query.whereExists(texts);
}

/** Inserts in pieces: a statement of SQLite binds at most 32,766 values. */
async function insertEach<T>(
  tx: Connection,
  table: string,
  items: readonly T[],
  row: (item: T) => object,
): Promise<void> {
  for (let start = 0; start < items.length; start += 500) {
    await tx(table).insert(items.slice(start, start + 500).map(row));
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function toRow(listed: ListedVersion, principal: string): ListingRow {
  return {
    principal,
    sort_key: listed.sortKey,
    offer_id: listed.offerId,
    number: listed.number,
    catalogue: listed.catalogue,
    category: listed.category ?? null,
    interaction: listed.interaction,
    owner: listed.owner ?? null,
    valid_from: listed.validFrom,
    valid_until: listed.validUntil ?? null,
  };
}
