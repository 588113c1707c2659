import { CatalogueSort } from '@offerdesk/backstage-plugin-offers-common';
import { Knex } from 'knex';
import { Connection } from '../database/Database';
import { cardIn, ShownCard, withCards } from './cardStore';
import { ListedKey, ListOrder, orders, PageStart } from './order';
import { CatalogueSearch } from './search';
import { isName, named, Named, nameOf, Shapes } from './shapes';
import { subsetOf, visibleAmong, visibleByPrice, visibleRows } from './visible';

/** Which page is wanted. */
export interface WantedPage {
  sort: Exclude<CatalogueSort, 'relevance'>;
  start: PageStart;
  limit: number;
}

/** A row of a page. */
export type ListedCard = ListedKey & ShownCard;

/** More ranges than this are not merged: a filter reads through the range of a reader instead. */
const MOST_RANGES = 48;

const inDirection = (columns: readonly string[], descending: boolean) =>
  columns.map(column => ({ column, order: descending ? 'desc' : 'asc' }));

type ListedRow = Record<string, string | number> & { state: string; card: string; access: string };

const shapes = new Shapes();

/** A page: its rows in their order, as far as there are so many, with what is shown of each. */
export async function selectListed(
  knex: Connection,
  search: CatalogueSearch,
  page: WantedPage,
): Promise<ListedCard[]> {
  const order = orders[page.sort];
  const names = named(search);
  const start = namedStart(names, order, page.start);
  const id = ['page', page.sort, page.start.from, page.limit].join(' ');
  const rows = await shapes.rows<ListedRow>(knex, id, names, shape =>
    listedCardsQuery(knex, shape, { ...page, start }),
  );
  const listed = rows.map(row => ({
    offerId: String(row.offer_id),
    number: Number(row.number),
    state: row.state,
    values: order.columns.map((_, index) => String(row[`key${index}`])),
    ...cardIn(row),
  }));
  return page.start.from === 'before' ? listed.reverse() : listed;
}

function namedStart(
  { values }: Named,
  { columns, numbers }: ListOrder,
  start: PageStart,
): PageStart {
  if (start.from === 'beginning') return start;
  const names = start.values.map((value, index) => {
    const name = nameOf(`start ${index}`);
    values.set(name, numbers.includes(columns[index] ?? '') ? Number(value) : value);
    return name;
  });
  return { from: start.from, values: names };
}

/** The statement of a page with its cards, which are looked up for the rows of the page alone. */
export function listedCardsQuery(
  knex: Connection,
  search: CatalogueSearch,
  page: WantedPage,
): Knex.QueryBuilder {
  const order = orders[page.sort];
  const keys = order.columns.map((_, index) => `page.key${index}`);
  return withCards(knex, listedQuery(knex, search, page)).orderBy(
    inDirection(keys, isDescending(order, page.start)),
  );
}

/**
 * The statement of the keys of a page: one index range for each of the person's readers, merged; or, where words
 * or an entity narrow the search, what matches, held against the listing.
 */
export function listedQuery(
  knex: Connection,
  search: CatalogueSearch,
  page: WantedPage,
): Knex.QueryBuilder {
  const order = orders[page.sort];
  const { range, each } = rangesOf(knex, search, page.sort);
  startAt(range, order, page.start);
  range
    .select('l.offer_id', 'l.number', 'l.state', keyColumns(order))
    .orderBy(inDirection(order.columns, isDescending(order, page.start)))
    .limit(page.limit);
  const keys = order.columns.map((_, index) => `m.key${index}`);
  return knex
    .select('m.offer_id', 'm.number', 'm.state', ...keys)
    .distinct()
    .from(merged(knex, range, each).wrap('(', ') as m'))
    .orderBy(inDirection(keys, isDescending(order, page.start)))
    .limit(page.limit);
}

/** How many offers a search finds. */
export async function countListed(knex: Connection, search: CatalogueSearch): Promise<number> {
  const [row] = await shapes.rows<{ count: string | number }>(knex, 'count', named(search), shape =>
    countQuery(knex, shape),
  );
  return Number(row?.count ?? 0);
}

/** The statement that counts what a search finds. */
export function countQuery(knex: Connection, search: CatalogueSearch): Knex.QueryBuilder {
  const subset = subsetOf(knex, search);
  const rows = subset ? visibleAmong(knex, search, subset) : visibleRows(knex, search);
  return rows.countDistinct({ count: 'l.offer_id' });
}

/** The offers linked to some entities that the person may see, by title; one is there once for each entity. */
export async function selectLinked(
  knex: Connection,
  search: CatalogueSearch,
  refs: readonly string[],
): Promise<{ ref: string; offerId: string; number: number; state: string }[]> {
  const rows: { ref: string; offer_id: string; number: number; state: string }[] =
    await linkedQuery(knex, search, refs);
  return rows.map(({ offer_id, ...row }) => ({ offerId: offer_id, ...row }));
}

/** The statement that finds offers by the entities that they are linked to. */
export function linkedQuery(
  knex: Connection,
  search: CatalogueSearch,
  refs: readonly string[],
): Knex.QueryBuilder {
  const links = knex('offer_links as e')
    .select('e.entity_ref', 'e.offer_id', 'e.number')
    .whereIn('e.entity_ref', [...new Set(refs)]);
  return visibleAmong(knex, search, links)
    .distinct({ ref: 'm.entity_ref' }, 'l.offer_id', 'l.number', 'l.state', 'l.sort_key')
    .orderBy(['l.sort_key', 'l.offer_id']);
}

/** Stand in a range for the reader and the category that it is bound to; no name has such a form. */
const ANY_READER = '\0reader';
const ANY_CATEGORY = '\0category';

/** The ranges of a page: the one query of all of them, and what each puts in place of what stands for it. */
interface Ranges {
  range: Knex.QueryBuilder;
  each: readonly ReadonlyMap<unknown, string>[];
}

/** One range for each reader, or for each reader and category, so that each range has the order of its index. */
function rangesOf(knex: Connection, search: CatalogueSearch, sort: WantedPage['sort']): Ranges {
  const subset = subsetOf(knex, search);
  if (subset) {
    const rows = visibleAmong(knex, search, subset);
    return { range: sort === 'price' ? withPrices(rows, search) : rows, each: [new Map()] };
  }
  const { readers, filters } = search;
  const ofReaders = readers.map(reader => new Map([[ANY_READER, reader]]));
  if (sort === 'price') {
    return { range: visibleByPrice(knex, search, [ANY_READER]), each: ofReaders };
  }
  const { categories } = filters;
  if (sort !== 'title' || !categories || readers.length * categories.length > MOST_RANGES) {
    return { range: visibleRows(knex, search, [ANY_READER]), each: ofReaders };
  }
  const one = { ...search, filters: { ...filters, categories: [ANY_CATEGORY] } };
  return {
    range: visibleRows(knex, one, [ANY_READER]),
    each: ofReaders.flatMap(reader =>
      categories.map(category => new Map([...reader, [ANY_CATEGORY, category]])),
    ),
  };
}

/**
 * The rows of all ranges. They are one text with other values, so knex builds it once: to build it for each of a
 * person's readers took more of the processor's time than the rest of our own code.
 */
function merged(knex: Connection, range: Knex.QueryBuilder, each: Ranges['each']): Knex.Raw {
  const { sql, bindings } = range.toSQL();
  return knex.raw(
    each.map(() => `select * from (${sql}) as one`).join(' union all '),
    each.flatMap(values => bindings.map(value => values.get(value) ?? value)),
  );
}

function withPrices(rows: Knex.QueryBuilder, { filters }: CatalogueSearch): Knex.QueryBuilder {
  return rows
    .joinRaw('cross join listed_prices as p')
    .whereRaw('p.offer_id = l.offer_id and p.number = l.number and p.reader = l.reader')
    .where('p.currency', filters.currency ?? '');
}

function keyColumns({ columns }: ListOrder): Record<string, string> {
  return Object.fromEntries(columns.map((column, index) => [`key${index}`, column]));
}

function isDescending({ descending }: ListOrder, { from }: PageStart): boolean {
  return (from === 'before') !== descending;
}

function startAt(range: Knex.QueryBuilder, order: ListOrder, start: PageStart): void {
  if (start.from === 'beginning') return;
  const { columns, numbers } = order;
  const values = columns.map((column, index) => {
    const value = start.values[index] ?? '';
    return numbers.includes(column) && !isName(value) ? Number(value) : value;
  });
  const sign = isDescending(order, start) ? '<' : '>';
  range.whereRaw(`(${columns.join(', ')}) ${sign} (${columns.map(() => '?').join(', ')})`, values);
}
