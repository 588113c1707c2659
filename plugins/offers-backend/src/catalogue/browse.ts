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
import { CardKey, cardsOf } from './cards';
import { orders, PageStart } from './order';
import { RankedStart, selectRanked } from './ranked';
import { CatalogueSearch, orderOf, searchFor } from './search';
import { countListed, selectListed } from './store';

interface Keys {
  keys: readonly CardKey[];
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
  const { keys, ...cursors } = await pageOf(ctx, search, {
    order: orderOf(sort, filters.q),
    cursor,
    limit,
  });
  return {
    items: await cardsOf(ctx, actor, keys, search.at),
    ...cursors,
    ...(total ? { total: await countListed(ctx.db.knex, search) } : {}),
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
  order: CatalogueSort;
  cursor: string | undefined;
  limit: number;
}

async function pageOf(ctx: Context, search: CatalogueSearch, wanted: Wanted): Promise<Keys> {
  if (wanted.order === 'relevance') return rankedPage(ctx, search, wanted);
  const sort = wanted.order;
  const start = startOf(sort, wanted.cursor);
  const rows = await selectListed(ctx.db.knex, search, { sort, start, limit: wanted.limit + 1 });
  const more = rows.length > wanted.limit;
  const isBack = start.from === 'before';
  const keys = isBack && more ? rows.slice(1) : rows.slice(0, wanted.limit);
  const [first, last] = [keys.at(0), keys.at(-1)];
  const hasNext = isBack || more;
  const hasPrevious = isBack ? more : start.from === 'after';
  return {
    keys,
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
  search: CatalogueSearch,
  { cursor, limit }: Wanted,
): Promise<Keys> {
  const rows = await selectRanked(ctx.db.knex, search, rankedStart(cursor), limit + 1);
  const keys = rows.slice(0, limit);
  const next = rows.length > limit ? keys.at(-1)?.next : undefined;
  if (!next?.after) return { keys };
  const numbers = [next.part, next.before, next.after.relevance, next.after.seq];
  return { keys, nextCursor: encodeCursor(['relevance', ...numbers.map(String)]) };
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
