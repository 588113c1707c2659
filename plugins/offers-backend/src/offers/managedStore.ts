import { ManageQuery, tagKey } from '@offerdesk/backstage-plugin-offers-common';
import { Knex } from 'knex';
import { ListFilter } from '../api/OfferGuard';
import { publishedOf, whereState } from '../catalogue/stateFilter';
import { Connection } from '../database/Database';
import { matchingTexts, searchWords } from '../database/fullText';
import { applyListFilter } from '../database/listFilter';
import { textKey } from '../search/texts';
import { healthBelowQuery } from './healthStore';
import { fromOfferRow, OfferRow, StoredOffer } from './store';

/** What the managers' list looks for. */
export interface ManagedSearch {
  query: Omit<ManageQuery, 'cursor' | 'category'>;
  /** the category that is asked for, with those below it */
  categories?: readonly string[] | undefined;
  after: { sortKey: string; id: string } | undefined;
  /** owners whose offers may be read; undefined: every owner's */
  owners: readonly string[] | undefined;
  filter: ListFilter;
  now: string;
}

/** A page of the managers' list by title, one row more than asked for where there is more. */
export async function selectManaged(
  knex: Connection,
  search: ManagedSearch,
): Promise<(StoredOffer & { sortKey: string })[]> {
  const rows: OfferRow[] = await managedQuery(knex, search);
  return rows.map(row => ({ ...fromOfferRow(row), sortKey: row.sort_key }));
}

/** Those of some offers that one of the owners has, and that the policy leaves, in no order. */
export async function selectReadable(
  knex: Connection,
  ids: readonly string[],
  { owners, filter }: Pick<ManagedSearch, 'owners' | 'filter'>,
): Promise<StoredOffer[]> {
  const search = knex<OfferRow>('offers').whereIn('offers.id', ids);
  if (owners) search.whereIn('offers.owner', owners);
  search.where(permitted => applyListFilter(permitted, filter, 'offers'));
  const rows: OfferRow[] = await search;
  return rows.map(fromOfferRow);
}

/**
 * The statement of the managers' list: one index range of all offers, or of each owner whose offers may be
 * read, merged; or what matches the words or has one of the tags, held against the offers.
 */
export function managedQuery(knex: Connection, search: ManagedSearch): Knex.QueryBuilder {
  const limit = search.query.limit + 1;
  const ranges = rangesOf(knex, search).map(range => {
    narrow(knex, range, search);
    return range.select('offers.*').orderBy(['offers.sort_key', 'offers.id']).limit(limit);
  });
  if (ranges.length === 1 && ranges[0]) return ranges[0];
  const limited = ranges.map(range => knex.select('*').from(range.as('one')));
  return knex
    .select('*')
    .from(knex.unionAll(limited).as('m'))
    .orderBy(['m.sort_key', 'm.id'])
    .limit(limit);
}

function rangesOf(knex: Connection, search: ManagedSearch): Knex.QueryBuilder[] {
  const { query, owners } = search;
  if (query.q) return [matching(knex, query.q, search)];
  if (query.tags) return [tagged(knex, query.tags, owners)];
  if (query.healthBelow) return [unhealthy(knex, query.healthBelow, search)];
  const wanted = query.owner ? [query.owner] : owners;
  if (!wanted) return [knex('offers')];
  const readable = wanted.filter(owner => !owners || owners.includes(owner));
  if (readable.length === 0) return [knex('offers').whereRaw('1 = 0')];
  return readable.map(owner => knex('offers').where('offers.owner', owner));
}

function matching(
  knex: Connection,
  q: string,
  { query: { owner }, categories, owners }: ManagedSearch,
): Knex.QueryBuilder {
  const words = searchWords(q);
  const keys = [
    owners ? owners.map(textKey.managedOwner) : [textKey.manager],
    ...(owner ? [[textKey.managedOwner(owner)]] : []),
    ...(categories ? [categories.map(textKey.managedCategory)] : []),
  ];
  return heldAgainst(knex, matchingTexts(knex, { keys, words }).select('t.offer_id'), owners);
}

/** The offers that have one of the tags. */
function tagged(
  knex: Connection,
  tags: readonly string[],
  owners: readonly string[] | undefined,
): Knex.QueryBuilder {
  const found = knex('managed_tags').distinct('offer_id').whereIn('tag', tags.map(tagKey));
  return heldAgainst(knex, found, owners);
}

/** The live offers whose health is under some per cent now: only of those is it kept. */
function unhealthy(
  knex: Connection,
  percent: number,
  { owners, now }: ManagedSearch,
): Knex.QueryBuilder {
  // In order, because PostgreSQL begins with them only then; there is one span of an offer at most.
  const found = healthBelowQuery(knex, percent, now).select('h.offer_id').orderBy('h.percent');
  return heldAgainst(knex, found, owners);
}

/** The offers of some ids, looked for in that order by every planner. */
function heldAgainst(
  knex: Connection,
  found: Knex.QueryBuilder,
  owners: readonly string[] | undefined,
): Knex.QueryBuilder {
  const query = knex(found.as('f')).joinRaw('cross join offers').whereRaw('offers.id = f.offer_id');
  if (owners) query.whereIn('offers.owner', [...owners]);
  return query;
}

function narrow(
  knex: Connection,
  range: Knex.QueryBuilder,
  { query, categories, after, filter, now }: ManagedSearch,
): void {
  if (query.owner) range.where('offers.owner', query.owner);
  if (categories) range.whereIn('offers.category', [...categories]);
  if (query.q && query.tags) {
    const has = knex('managed_tags as g').select(knex.raw('1')).whereRaw('g.offer_id = offers.id');
    range.whereExists(has.whereIn('g.tag', query.tags.map(tagKey)));
  }
  if (query.healthBelow && (query.q || query.tags)) {
    const under = healthBelowQuery(knex, query.healthBelow, now).select(knex.raw('1'));
    range.whereExists(under.whereRaw('h.offer_id = offers.id'));
  }
  if (after) range.whereRaw('(offers.sort_key, offers.id) > (?, ?)', [after.sortKey, after.id]);
  if (query.interaction) range.where('offers.interaction', query.interaction);
  if (query.incomplete !== undefined) {
    range.where('offers.missing', query.incomplete ? '>' : '=', 0);
  }
  if (query.published === true) range.whereExists(publishedOf(knex));
  if (query.published === false) range.whereNotExists(publishedOf(knex));
  if (query.state) whereState(knex, range, query.state, now);
  applyListFilter(range, filter, 'offers');
}
