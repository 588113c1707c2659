import {
  BrowseFieldsQuery,
  BrowseQuery,
  CatalogueSort,
  OfferCard,
  OfferCardPage,
  OfferFieldsPage,
} from '@offerdesk/backstage-plugin-offers-common';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { Actor, Context } from '../context';
import { Refusal } from '../refusal';
import { cardsFor } from './cards';
import { countsIn } from './KeptCounts';
import { ListedKey, orders, PageStart } from './order';
import { RankedStart, selectRanked } from './ranked';
import { CatalogueSearch, orderOf, searchFor } from './search';
import { countListed, selectListed } from './store';

/** How many offers a search finds. */
async function totalOf(ctx: Context, search: CatalogueSearch): Promise<number> {
  return countsIn(ctx.db).of('total', search, counted => countListed(ctx.db.knex, counted));
}

interface Cursors {
  nextCursor?: string;
  prevCursor?: string;
}

/** A page of the offers that the person may see, now or at the instant asked for. */
export async function browse(
  ctx: Context,
  actor: Actor,
  { cursor, limit, sort, total, ...filters }: BrowseQuery,
): Promise<OfferCardPage> {
  const search = await searchFor(ctx, actor, filters);
  const order = orderOf(sort, search);
  const page = { cursor, limit };
  return {
    ...(order === 'relevance'
      ? await rankedPage(ctx, actor, search, page)
      : await pageOf(ctx, actor, search, { ...page, sort: order })),
    ...(total ? { total: await totalOf(ctx, search) } : {}),
  };
}

/** The same page with some fields of each offer. */
export async function browseFields(
  ctx: Context,
  actor: Actor,
  { fields, ...query }: BrowseFieldsQuery,
): Promise<OfferFieldsPage> {
  const { items, ...rest } = await browse(ctx, actor, query);
  const wanted = new Set<string>(fields);
  return { items: items.map(card => pick(card, wanted)), ...rest };
}

function pick({ id, ...card }: OfferCard, wanted: ReadonlySet<string>) {
  const some: Partial<OfferCard> = Object.fromEntries(
    Object.entries(card).filter(([field]) => wanted.has(field)),
  );
  return { ...some, id };
}

interface Wanted {
  cursor: string | undefined;
  limit: number;
}

async function pageOf(
  ctx: Context,
  actor: Actor,
  search: CatalogueSearch,
  { sort, cursor, limit }: Wanted & { sort: Exclude<CatalogueSort, 'relevance'> },
): Promise<OfferCardPage> {
  const start = startOf(sort, cursor);
  const rows = await selectListed(ctx.db.knex, search, { sort, start, limit: limit + 1 });
  const isBack = start.from === 'before';
  const more = rows.length > limit;
  const shown = isBack && more ? rows.slice(1) : rows.slice(0, limit);
  return {
    items: await cardsFor(ctx, actor, shown, search.at),
    ...cursorsOf(sort, start, shown, more),
  };
}

function cursorsOf(
  sort: Exclude<CatalogueSort, 'relevance'>,
  start: PageStart,
  shown: readonly ListedKey[],
  more: boolean,
): Cursors {
  const isBack = start.from === 'before';
  const [first, last] = [shown.at(0), shown.at(-1)];
  const hasNext = isBack || more;
  const hasPrevious = isBack ? more : start.from === 'after';
  return {
    ...(last && hasNext ? { nextCursor: encodeCursor([sort, 'after', ...last.values]) } : {}),
    ...(first && hasPrevious
      ? { prevCursor: encodeCursor([sort, 'before', ...first.values]) }
      : {}),
  };
}

function startOf(sort: Exclude<CatalogueSort, 'relevance'>, cursor: string | undefined): PageStart {
  if (cursor === undefined) return { from: 'beginning' };
  const { columns, numbers } = orders[sort];
  const [order, from, ...values] = decodeCursor(cursor, columns.length + 2);
  const areNumbers = columns.every(
    (column, index) => !numbers.includes(column) || /^\d{1,9}$/.test(values[index] ?? ''),
  );
  if (order !== sort || (from !== 'after' && from !== 'before') || !areNumbers) throw notOurs();
  return { from, values };
}

async function rankedPage(
  ctx: Context,
  actor: Actor,
  search: CatalogueSearch,
  { cursor, limit }: Wanted,
): Promise<OfferCardPage> {
  const rows = await selectRanked(ctx.db.knex, search, rankedStart(cursor), limit + 1);
  const shown = rows.slice(0, limit);
  const items = await cardsFor(ctx, actor, shown, search.at);
  const next = rows.length > limit ? shown.at(-1)?.next : undefined;
  if (!next?.after) return { items };
  const numbers = [next.part, next.before, next.after.relevance, next.after.seq];
  return { items, nextCursor: encodeCursor(['relevance', ...numbers.map(String)]) };
}

function rankedStart(cursor: string | undefined): RankedStart {
  if (cursor === undefined) return { part: 0, before: 0, after: undefined };
  const [order, ...values] = decodeCursor(cursor, 5);
  if (order !== 'relevance' || values.some(value => !/^\d{1,9}$/.test(value))) throw notOurs();
  const [part = 0, before = 0, relevance = 0, seq = 0] = values.map(Number);
  return { part, before, after: { relevance, seq } };
}

function notOurs(): Refusal {
  return new Refusal('invalid-input', {
    fields: [
      {
        field: 'cursor',
        remedy: 'Use the cursor of the page before, unchanged, in the same order',
      },
    ],
  });
}
