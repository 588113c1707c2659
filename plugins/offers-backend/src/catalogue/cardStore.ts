import { Access } from '@offerdesk/backstage-plugin-offers-common';
import { Knex } from 'knex';
import { Connection } from '../database/Database';
import { StoredCard } from './card';
import { CatalogueSearch } from './search';
import { named, nameOf, Shapes } from './shapes';
import { visibleRows } from './visible';

/** What is shown of a version, and to whom it can be ordered. */
export interface ShownCard {
  card: StoredCard;
  access: Access;
}

const shapes = new Shapes();

interface CardRow {
  card: string;
  access: string;
}

/** The offers among some ids that the person may see. */
export async function selectVisible(
  knex: Connection,
  search: CatalogueSearch,
  offerIds: readonly string[],
): Promise<VisibleKey[]> {
  const rows = await rowsAmong<KeyRow>(knex, search, offerIds, 'visible', visible => visible);
  return rows.map(visibleKey);
}

/** The same with what is shown of each. */
export async function selectVisibleCards(
  knex: Connection,
  search: CatalogueSearch,
  offerIds: readonly string[],
): Promise<(VisibleKey & ShownCard)[]> {
  const rows = await rowsAmong<KeyRow & CardRow>(knex, search, offerIds, 'cards', visible =>
    withCards(knex, visible),
  );
  return rows.map(row => ({ ...visibleKey(row), ...cardIn(row) }));
}

interface VisibleKey {
  offerId: string;
  number: number;
  state: string;
}

interface KeyRow {
  offer_id: string;
  number: number;
  state: string;
}

function visibleKey({ offer_id: offerId, number, state }: KeyRow): VisibleKey {
  return { offerId, number, state };
}

/** The rows of a statement about the offers among some ids that the person may see. */
async function rowsAmong<Row extends object>(
  knex: Connection,
  search: CatalogueSearch,
  offerIds: readonly string[],
  what: string,
  of: (visible: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<Row[]> {
  if (offerIds.length === 0) return [];
  // Of the words it matters here only that there are some: they stand in no value of this statement.
  const { search: shape, ...names } = named({ ...search, words: undefined });
  const ids = padded(offerIds).map((id, index) => {
    names.values.set(nameOf(`offer ${index}`), id);
    return nameOf(`offer ${index}`);
  });
  const which = `${what} of ${ids.length}${search.words ? ' found' : ''}`;
  const wanted = { ...names, search: { ...shape, words: search.words } };
  return shapes.rows<Row>(knex, which, wanted, among =>
    of(
      visibleRows(knex, among)
        .whereIn('l.offer_id', ids)
        .distinct('l.offer_id', 'l.number', 'l.state'),
    ),
  );
}

/** As many as the next power of two, the last one again and again: so there are few statements, which are kept. */
function padded(ids: readonly string[]): string[] {
  const size = 2 ** Math.ceil(Math.log2(ids.length));
  return Array.from({ length: size }, (_, index) => ids[Math.min(index, ids.length - 1)] ?? '');
}

/** The rows of a query of versions, under the alias `page`, each with its card. */
export function withCards(knex: Connection, versions: Knex.QueryBuilder): Knex.QueryBuilder {
  return knex
    .select('page.*', 'c.card', 'c.access')
    .from(versions.as('page'))
    .join('listing_cards as c', on =>
      on.on('c.offer_id', 'page.offer_id').andOn('c.number', 'page.number'),
    );
}

/** What the lists show of some versions, with who may see and order them. */
export async function selectCards(
  knex: Connection,
  keys: readonly { offerId: string; number: number }[],
): Promise<Map<string, ShownCard>> {
  if (keys.length === 0) return new Map();
  const rows = await knex('listing_cards')
    .whereIn(
      ['offer_id', 'number'],
      keys.map(({ offerId, number }) => [offerId, number]),
    )
    .select<(CardRow & { offer_id: string })[]>('offer_id', 'card', 'access');
  return new Map(rows.map(row => [row.offer_id, cardIn(row)]));
}

/** What a row holds as texts. */
export function cardIn(row: CardRow): ShownCard {
  return { card: JSON.parse(row.card), access: JSON.parse(row.access) };
}
