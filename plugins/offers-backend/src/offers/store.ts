import { Content, Interaction, interactionSchema } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { TextColumns } from '../database/fullText';
import { insertRows } from '../database/insertRows';
import { changeRows, lockRows, selectRows } from '../database/plainRows';
import { readBy, Reading } from '../database/Reading';
import { AS_MANAGED, knownTexts } from '../search/texts';
import { insertManagedTags, putManagedTags } from './managedTags';
import { insertManagedTexts, storeManagedText } from './managedText';

/** An offer as it is stored. */
export interface StoredOffer {
  id: string;
  name: string;
  /** the catalogue that holds it now; of another instant, the structure knows it (`catalogueOf`) */
  catalogue: string;
  /** the catalogue in which it was made */
  madeIn: string;
  interaction: Interaction;
  owner: string | undefined;
  category: string | undefined;
  title: string;
  summary: string;
  missing: number;
  sourceId: string | undefined;
  sourceKey: string | undefined;
  sourceContent: string | undefined;
  /** how many people watch it */
  watchers: number;
  revision: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
}

/** A row of `offers`. */
export interface OfferRow {
  id: string;
  name: string;
  catalogue: string;
  made_in: string;
  interaction: string;
  owner: string | null;
  category: string | null;
  title: string;
  summary: string;
  sort_key: string;
  missing: number;
  source_id: string | null;
  source_key: string | null;
  source_content: string | null;
  watchers: number;
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

/** Adds offers, each with the text by which managers find it where that was made before. */
export async function insertOffers(
  tx: Connection,
  offers: readonly { offer: StoredOffer; content: Content; text?: TextColumns }[],
): Promise<void> {
  const rows = offers.map(({ offer, content }) => toOfferRow(offer, content));
  await insertRows(tx, 'offers', rows);
  await insertManagedTexts(tx, offers);
  await insertManagedTags(tx, offers);
}

function toOfferRow(offer: StoredOffer, content: Content): OfferRow {
  return {
    id: offer.id,
    name: offer.name,
    catalogue: offer.catalogue,
    made_in: offer.madeIn,
    interaction: offer.interaction,
    ...describing(offer, content),
    source_id: offer.sourceId ?? null,
    source_key: offer.sourceKey ?? null,
    source_content: offer.sourceContent ?? null,
    watchers: offer.watchers,
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
  const changed = await changeRows<OfferRow>(
    tx,
    'offers',
    { id: offer.id, revision: offer.revision },
    {
      ...describing(offer, content),
      source_content: offer.sourceContent ?? null,
      revision: offer.revision + 1,
      updated_at: offer.updatedAt,
      updated_by: offer.updatedBy,
    },
  );
  if (changed !== 1) return false;
  await storeManagedText(tx, offer, content, (await knownTexts(tx, offer.id)).get(AS_MANAGED));
  await putManagedTags(tx, offer, content);
  return true;
}

/** Stores in which catalogue an offer is from now on; to who edits it, that is no change. */
export async function updateCatalogue(
  tx: Connection,
  offerId: string,
  catalogue: string,
): Promise<void> {
  await tx<OfferRow>('offers').where({ id: offerId }).update({ catalogue });
}

/** Stores how many people watch an offer; to who edits it, that is no change. */
export async function updateWatchers(
  tx: Connection,
  offerId: string,
  watchers: number,
): Promise<void> {
  await tx<OfferRow>('offers').where({ id: offerId }).update({ watchers });
}

function describing(offer: StoredOffer, content: Content) {
  const { title, summary, category } = content.information;
  return {
    owner: offer.owner ?? null,
    category: category ?? null,
    title,
    summary,
    sort_key: sortKeyOf(title),
    missing: offer.missing,
  };
}

/** One offer by its id. */
export async function selectOffer(knex: Connection, id: string): Promise<StoredOffer | undefined> {
  const [row] = await selectRows<OfferRow>(knex, 'offers', { id });
  return row && fromOfferRow(row);
}

/** One offer by its id, locked until the transaction ends. */
export async function lockOffer(tx: Connection, id: string): Promise<StoredOffer | undefined> {
  // Its key stays as it is: whoever adds a row that refers to the offer need not wait.
  const [row] = await lockRows<OfferRow>(tx, 'offers', { id }, 'no key update');
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

/** Which of the keys of a source belong to an offer. */
export async function selectKeysOfSource(
  knex: Connection,
  sourceId: string,
  sourceKeys: readonly string[],
): Promise<Set<string>> {
  const rows = await knex<OfferRow>('offers')
    .where('source_id', sourceId)
    .whereIn('source_key', sourceKeys)
    .select('source_key');
  return new Set(rows.flatMap(({ source_key }) => source_key ?? []));
}

/** Every offer that came from a source, in the order of its keys. */
export async function selectOffersOfSource(
  knex: Connection,
  sourceId: string,
): Promise<StoredOffer[]> {
  const rows = await knex<OfferRow>('offers').where('source_id', sourceId).orderBy('source_key');
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

/** Offers by id. */
export const OFFERS: Reading<OfferRow, StoredOffer> = {
  name: 'offers',
  tables: ['offers'],
  from: 'offers',
  columns: [
    'id',
    'name',
    'catalogue',
    'made_in',
    'interaction',
    'owner',
    'category',
    'title',
    'summary',
    'missing',
    'source_id',
    'source_key',
    'source_content',
    'watchers',
    'revision',
    'created_at',
    'created_by',
    'updated_at',
    'updated_by',
  ],
  by: 'id',
  of: fromOfferRow,
};

/** Several offers by their ids, in no order. */
export async function selectOffers(
  knex: Connection,
  ids: readonly string[],
): Promise<StoredOffer[]> {
  return readBy(knex, OFFERS, ids);
}

/** An offer as its row says. */
export function fromOfferRow(row: OfferRow): StoredOffer {
  return {
    id: row.id,
    name: row.name,
    catalogue: row.catalogue,
    // A replica of the release before, which still runs during an upgrade, leaves it empty.
    madeIn: row.made_in || row.catalogue,
    interaction: interactionSchema.parse(row.interaction),
    owner: row.owner ?? undefined,
    category: row.category ?? undefined,
    title: row.title,
    summary: row.summary,
    missing: row.missing,
    sourceId: row.source_id ?? undefined,
    sourceKey: row.source_key ?? undefined,
    sourceContent: row.source_content ?? undefined,
    watchers: row.watchers,
    revision: row.revision,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}
