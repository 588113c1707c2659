import { CatalogueSort } from '@offerdesk/backstage-plugin-offers-common';

/** An order in which an index can give a page: its columns, the last of which tells offers apart. */
export interface ListOrder {
  columns: readonly string[];
  descending: boolean;
  /** columns that hold numbers, and stand as text in a cursor */
  numbers: readonly string[];
}

const order = (
  columns: readonly string[],
  { descending = false, numbers = [] }: Partial<Omit<ListOrder, 'columns'>> = {},
): ListOrder => ({ columns, descending, numbers });

/** The orders of the catalogue; that of relevance is made another way, see `relevance.ts`. */
export const orders: Readonly<Record<Exclude<CatalogueSort, 'relevance'>, ListOrder>> = {
  title: order(['l.sort_key', 'l.offer_id']),
  new: order(['l.since', 'l.offer_id'], { descending: true }),
  'lead-time': order(['l.lead_days', 'l.sort_key', 'l.offer_id'], { numbers: ['l.lead_days'] }),
  popular: order(['l.watch_rank', 'l.sort_key', 'l.offer_id'], { numbers: ['l.watch_rank'] }),
  price: order(['p.price_key', 'p.offer_id']),
};

/** Where a page lies: after a row, or before it, or at the beginning. */
export type PageStart =
  { from: 'beginning' } | { from: 'after' | 'before'; values: readonly string[] };

/** One offer of a page: which version serves, in which state, and where the row stands in the order. */
export interface ListedKey {
  offerId: string;
  number: number;
  state: string;
  values: readonly string[];
}
