import { audienceKeys, RING_PRIME, RING_BUCKETS } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { matchingTexts } from '../database/fullText';
import { applyListFilter } from '../database/listFilter';
import { textKey } from '../search/texts';
import { priceKey } from './listingRows';
import { applyScope } from './scopeFilter';
import { CatalogueSearch } from './search';

/**
 * The rule of `explain` as SQL, with the filters of a search: rows of the listing under the alias `l` that are
 * served at the instant to somebody of the audience, denied to none, in the ring or outside it.
 */
export function visibleRows(
  knex: Connection,
  search: CatalogueSearch,
  readers: readonly string[] = search.readers,
): Knex.QueryBuilder {
  return narrow(knex, knex('listed as l'), search, readers);
}

/** The same in the order of price: begins with the prices under the alias `p`, in the currency of the search. */
export function visibleByPrice(
  knex: Connection,
  search: CatalogueSearch,
  readers: readonly string[],
): Knex.QueryBuilder {
  const query = knex('listed_prices as p')
    .joinRaw('cross join listed as l')
    .whereRaw('l.offer_id = p.offer_id and l.number = p.number and l.reader = p.reader')
    .whereIn('p.reader', [...readers])
    .where('p.currency', search.filters.currency ?? '');
  return narrow(knex, query, search, readers);
}

/** The same, among a few versions: the rows of `subset` under the alias `m`, with `offer_id` and `number`. */
export function visibleAmong(
  knex: Connection,
  search: CatalogueSearch,
  subset: Knex.QueryBuilder,
): Knex.QueryBuilder {
  // From the few to the many, whatever the planner thinks of an index over words.
  const query = knex(subset.as('m'))
    .joinRaw('cross join listed as l')
    .whereRaw('l.offer_id = m.offer_id and l.number = m.number');
  return narrow(knex, query, search, search.readers);
}

/**
 * The versions to which words, or an entity, narrow a search; undefined where neither was asked for. Such a
 * search begins with what matches; the others begin with the audience.
 */
export function subsetOf(knex: Connection, search: CatalogueSearch): Knex.QueryBuilder | undefined {
  const { words, filters } = search;
  if (words) {
    return matchingTexts(knex, { keys: keysOf(search), words }).select('t.offer_id', 't.number');
  }
  const links = knex('offer_links as e');
  if (filters.entity) {
    return links.select('e.offer_id', 'e.number').where('e.entity_ref', filters.entity);
  }
  if (!filters.entities) return undefined;
  return links.distinct('e.offer_id', 'e.number').whereIn('e.entity_ref', [...filters.entities]);
}

/** Under which keys full text keeps what this search can find. */
export function keysOf({ readers, filters }: CatalogueSearch): string[][] {
  const { categories, interaction, interactions, owner, owners, provider, providers } = filters;
  return [
    readers.map(textKey.reader),
    ...(categories ? [categories.map(textKey.category)] : []),
    ...(interaction ? [[textKey.interaction(interaction)]] : []),
    ...(owner ? [[textKey.owner(owner)]] : []),
    ...(provider ? [[textKey.provider(provider)]] : []),
    ...(interactions ? [interactions.map(textKey.interaction)] : []),
    ...(owners ? [owners.map(textKey.owner)] : []),
    ...(providers ? [providers.map(textKey.provider)] : []),
  ];
}

function narrow(
  knex: Connection,
  query: Knex.QueryBuilder,
  search: CatalogueSearch,
  readers: readonly string[],
): Knex.QueryBuilder {
  query
    .whereIn('l.reader', [...readers])
    .where('l.starts_at', '<=', search.at)
    .where('l.ends_at', '>', search.at)
    .whereRaw(...withinLimits(search));
  applyFilters(knex, query, search);
  applyListFilter(query, search.policy, 'l');
  return query;
}

/**
 * Denied to none of the person's principals, and on their side of the ring: drawn by lot, as `ringBucket` draws,
 * or by name. One piece of SQL, since it stands in every range of a page.
 */
function withinLimits({ principals, lot }: CatalogueSearch): [string, (string | number)[]] {
  const keys = audienceKeys(principals);
  const marks = (values: readonly string[]) => values.map(() => '?').join(', ');
  const sql = `(l.limited = 0 or (
    not exists (select 1 from listing_denied as d
      where d.offer_id = l.offer_id and d.number = l.number and d.principal in (${marks(keys)}))
    and (l.ring is null or l.outside = case when exists (
      select 1 from listed_rings as r where r.offer_id = l.offer_id and r.ring = l.ring and (
        ((r.a * cast(? as bigint) + r.b) % ${RING_PRIME}) % ${RING_BUCKETS} < r.buckets
        or exists (select 1 from listed_ring_principals as g
          where g.offer_id = l.offer_id and g.ring = l.ring and g.principal in (${marks(principals)})))
    ) then 0 else 1 end)))`;
  return [sql, [...keys, lot, ...principals]];
}

function applyFilters(
  knex: Connection,
  query: Knex.QueryBuilder,
  { filters, words }: CatalogueSearch,
): void {
  const { categories, interaction, provider, owner, state, leadTimeMax, entity } = filters;
  if (categories?.length === 1) query.where('l.category', categories[0]);
  else if (categories) query.whereIn('l.category', [...categories]);
  if (interaction) query.where('l.interaction', interaction);
  if (provider) query.where('l.provider', provider);
  if (owner) query.where('l.owner', owner);
  if (state) query.where('l.state', state);
  // Lets the partial index serve: it holds all but the available ones.
  if (state && state !== 'available') query.whereRaw("l.state <> 'available'");
  if (leadTimeMax !== undefined) query.where('l.lead_days', '<=', leadTimeMax);
  applyScope(knex, query, filters, { linksAreRead: !words && !entity });
  applyPrices(knex, query, filters);
  // Without words the links are where the search begins, see subsetOf.
  if (entity && words) {
    query.whereExists(
      knex('offer_links as e')
        .select(knex.raw('1'))
        .whereRaw('e.offer_id = l.offer_id and e.number = l.number')
        .where('e.entity_ref', entity),
    );
  }
}

function applyPrices(
  knex: Connection,
  query: Knex.QueryBuilder,
  { currency, priceMin, priceMax }: CatalogueSearch['filters'],
): void {
  if (!currency || (priceMin === undefined && priceMax === undefined)) return;
  const priced = knex('listed_prices as q')
    .select(knex.raw('1'))
    .whereRaw('q.offer_id = l.offer_id and q.number = l.number and q.reader = l.reader')
    .where('q.currency', currency);
  if (priceMin !== undefined) priced.where('q.price_key', '>=', priceKey(priceMin));
  if (priceMax !== undefined) priced.where('q.price_key', '<=', priceKey(priceMax));
  query.whereExists(priced);
}
