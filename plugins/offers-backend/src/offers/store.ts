import {
  Content,
  Interaction,
  interactionSchema,
  ManageQuery,
} from '@offerdesk/backstage-plugin-offers-common';
import { Knex } from 'knex';
import { ListFilter } from '../api/OfferGuard';
import { Connection, likePattern } from '../database/Database';
import { applyListFilter } from '../database/listFilter';

/** An offer as it is stored. */
export interface StoredOffer {
  id: string;
  name: string;
  catalogue: string;
  interaction: Interaction;
  owner: string | undefined;
  category: string | undefined;
  title: string;
  summary: string;
  missing: number;
  sourceId: string | undefined;
  sourceKey: string | undefined;
  sourceContent: string | undefined;
  revision: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
}

interface OfferRow {
  id: string;
  name: string;
  catalogue: string;
  interaction: string;
  owner: string | null;
  category: string | null;
  title: string;
  summary: string;
  sort_key: string;
  search_text: string;
  missing: number;
  source_id: string | null;
  source_key: string | null;
  source_content: string | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** What a list is ordered by: the title without case and accents, cut to what an index holds well. */
export function sortKeyOf(title: string): string {
  return Array.from(title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
    .slice(0, 120)
    .join('');
}

/** What free text is looked up in. */
export function searchTextOf(name: string, { information }: Content): string {
  const { title, summary, tags, category } = information;
  return [title, summary, name, category ?? '', ...tags].join('\n').toLowerCase();
}

/** Adds an offer. */
export async function insertOffer(
  tx: Connection,
  offer: StoredOffer,
  content: Content,
): Promise<void> {
  await insertOffers(tx, [{ offer, content }]);
}

/** Adds some hundred offers at once: SQLite takes at most 500 rows in a statement. */
export async function insertOffers(
  tx: Connection,
  offers: readonly { offer: StoredOffer; content: Content }[],
): Promise<void> {
  await tx<OfferRow>('offers').insert(
    offers.map(({ offer, content }) => toOfferRow(offer, content)),
  );
}

function toOfferRow(offer: StoredOffer, content: Content): OfferRow {
  return {
    id: offer.id,
    name: offer.name,
    catalogue: offer.catalogue,
    interaction: offer.interaction,
    ...describing(offer, content),
    source_id: offer.sourceId ?? null,
    source_key: offer.sourceKey ?? null,
    source_content: offer.sourceContent ?? null,
    revision: offer.revision,
    created_at: offer.createdAt,
    created_by: offer.createdBy,
    updated_at: offer.updatedAt,
    updated_by: offer.updatedBy,
  };
}

/** Changes what is said of an offer if it is still at the revision; says whether it was. */
export async function updateOffer(
  tx: Connection,
  offer: StoredOffer,
  content: Content,
): Promise<boolean> {
  const changed = await tx<OfferRow>('offers')
    .where({ id: offer.id, revision: offer.revision })
    .update({
      ...describing(offer, content),
      source_content: offer.sourceContent ?? null,
      revision: offer.revision + 1,
      updated_at: offer.updatedAt,
      updated_by: offer.updatedBy,
    });
  return changed === 1;
}

function describing(offer: StoredOffer, content: Content) {
  const { title, summary, category } = content.information;
  return {
    owner: offer.owner ?? null,
    category: category ?? null,
    title,
    summary,
    sort_key: sortKeyOf(title),
    search_text: searchTextOf(offer.name, content),
    missing: offer.missing,
  };
}

/** One offer by its id. */
export async function selectOffer(knex: Connection, id: string): Promise<StoredOffer | undefined> {
  const row = await knex<OfferRow>('offers').where({ id }).first();
  return row && fromOfferRow(row);
}

/** One offer by its id, locked until the transaction ends. */
export async function lockOffer(tx: Connection, id: string): Promise<StoredOffer | undefined> {
  const row = await tx<OfferRow>('offers').where({ id }).forUpdate().first();
  return row && fromOfferRow(row);
}

/** One offer by its name. */
export async function selectOfferByName(
  knex: Connection,
  name: string,
): Promise<StoredOffer | undefined> {
  const row = await knex<OfferRow>('offers').where({ name }).first();
  return row && fromOfferRow(row);
}

/** Offers by their identities in a source, in no order. */
export async function selectOffersBySource(
  knex: Connection,
  sourceId: string,
  sourceKeys: readonly string[],
): Promise<StoredOffer[]> {
  const rows = await knex<OfferRow>('offers')
    .where('source_id', sourceId)
    .whereIn('source_key', sourceKeys);
  return rows.map(fromOfferRow);
}

/** Which of the names belong to an offer. */
export async function selectTakenNames(
  knex: Connection,
  names: readonly string[],
): Promise<Set<string>> {
  const rows = await knex<OfferRow>('offers').whereIn('name', names).select('name');
  return new Set(rows.map(({ name }) => name));
}

/** One offer by its identity in a source. */
export async function selectOfferBySource(
  knex: Connection,
  sourceId: string,
  sourceKey: string,
): Promise<StoredOffer | undefined> {
  const row = await knex<OfferRow>('offers')
    .where({ source_id: sourceId, source_key: sourceKey })
    .first();
  return row && fromOfferRow(row);
}

/** Several offers by their ids, in no order. */
export async function selectOffers(
  knex: Connection,
  ids: readonly string[],
): Promise<StoredOffer[]> {
  const rows = await knex<OfferRow>('offers').whereIn('id', ids);
  return rows.map(fromOfferRow);
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

/** What the managers' list looks for. */
export interface ManagedSearch {
  query: Omit<ManageQuery, 'cursor'>;
  after: { sortKey: string; id: string } | undefined;
  /** owners whose offers may be read; undefined: every owner's */
  owners: readonly string[] | undefined;
  filter: ListFilter;
  now: string;
}

/** A page of the managers' list by title, one row more than asked for where there is more. */
export async function selectManaged(
  knex: Connection,
  { query, after, owners, filter, now }: ManagedSearch,
): Promise<(StoredOffer & { sortKey: string })[]> {
  const search = knex<OfferRow>('offers').orderBy(['offers.sort_key', 'offers.id']);
  if (owners) search.whereIn('offers.owner', owners);
  if (query.owner) search.where('offers.owner', query.owner);
  if (query.category) search.where('offers.category', query.category);
  for (const word of wordsOf(query.q)) {
    search.whereRaw("offers.search_text like ? escape '\\'", [likePattern(word)]);
  }
  if (after) search.whereRaw('(offers.sort_key, offers.id) > (?, ?)', [after.sortKey, after.id]);
  if (query.state) search.where(stated => applyState(knex, stated, query.state, now));
  search.where(permitted => applyListFilter(permitted, filter, 'offers'));
  const rows: OfferRow[] = await search.limit(query.limit + 1);
  return rows.map(row => ({ ...fromOfferRow(row), sortKey: row.sort_key }));
}

/** The words of a search, lower case; at most eight of them count. */
export function wordsOf(q: string | undefined): string[] {
  return (q ?? '').toLowerCase().replaceAll('\0', '').split(/\s+/).filter(Boolean).slice(0, 8);
}

/** The public state as SQL, of the segments that were computed by the same rule; tested against `publicStateAt`. */
function applyState(
  knex: Connection,
  search: Knex.QueryBuilder,
  state: ManageQuery['state'],
  now: string,
): void {
  const published = () =>
    knex('offer_versions as v')
      .select(knex.raw('1'))
      .whereRaw('v.offer_id = offers.id')
      .where('v.status', 'published');
  const served = () =>
    knex('segments as s')
      .select(knex.raw('1'))
      .whereRaw('s.offer_id = offers.id')
      .where('s.starts_at', '<=', now)
      .where(open => open.whereNull('s.ends_at').orWhere('s.ends_at', '>', now));
  const ahead = () => published().where('v.valid_from', '>', now);
  switch (state) {
    case 'draft':
      search.whereNotExists(published());
      break;
    case 'scheduled':
      search.whereExists(ahead()).whereNotExists(served());
      break;
    case 'ended':
      search.whereExists(published()).whereNotExists(served()).whereNotExists(ahead());
      break;
    default:
      // Those outside a ring are served something else; what the ring is served names the state.
      search.whereExists(
        served()
          .where('s.state', state ?? '')
          .whereNot('s.whom', 'outside'),
      );
  }
}

function fromOfferRow(row: OfferRow): StoredOffer {
  return {
    id: row.id,
    name: row.name,
    catalogue: row.catalogue,
    interaction: interactionSchema.parse(row.interaction),
    owner: row.owner ?? undefined,
    category: row.category ?? undefined,
    title: row.title,
    summary: row.summary,
    missing: row.missing,
    sourceId: row.source_id ?? undefined,
    sourceKey: row.source_key ?? undefined,
    sourceContent: row.source_content ?? undefined,
    revision: row.revision,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}
