import { Content } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { SearchText, TextColumns, textColumns } from '../database/fullText';
import { insertRows } from '../database/insertRows';
import { setRows } from '../database/plainRows';
import { readBy, Reading } from '../database/Reading';

interface Fingerprint {
  number: number;
  fingerprint: string;
}

/** The keys that full text shares with the filters of lists, so that a search is narrowed by its own index. */
export const textKey = {
  reader: (reader: string) => `reader ${reader}`,
  category: (category: string) => `category ${category}`,
  interaction: (interaction: string) => `interaction ${interaction}`,
  owner: (owner: string) => `owner ${owner}`,
  provider: (provider: string) => `provider ${provider}`,
  manager: 'managers',
  managedOwner: (owner: string) => `managed by ${owner}`,
  managedCategory: (category: string) => `managed in ${category}`,
};

/** The version number of the text by which managers find an offer: what it says now, drafts too. */
export const AS_MANAGED = 0;

/** The searched parts of a content. */
export function textOf(
  name: string,
  { information: { title, summary, description, tags, category } }: Pick<Content, 'information'>,
  keys: readonly string[],
): SearchText {
  return {
    keys,
    title,
    labels: [name, category ?? '', ...tags].join(' '),
    summary,
    body: description,
  };
}

/**
 * Stores a searched text, unless it is there already.
 * @param known - the fingerprint of the text that is stored; undefined: none is
 */
export async function putText(
  tx: Connection,
  { offerId, number }: { offerId: string; number: number },
  text: SearchText,
  known: string | undefined,
): Promise<void> {
  const columns = textColumns(tx, text);
  if (known === columns.fingerprint) return;
  const key = { offer_id: offerId, number };
  if (known === undefined) await tx('offer_search').insert({ ...key, ...columns });
  else await setRows<typeof key & TextColumns>(tx, 'offer_search', key, columns);
}

/** Adds searched texts. */
export async function insertTexts(
  tx: Connection,
  texts: readonly { offerId: string; number: number; text: TextColumns }[],
): Promise<void> {
  const rows = texts.map(({ offerId, number, text }) => ({
    offer_id: offerId,
    number,
    ...text,
  }));
  await insertRows(tx, 'offer_search', rows);
}

/** The fingerprints of stored texts. */
export const FINGERPRINTS: Reading<Fingerprint, Fingerprint> = {
  name: 'fingerprints',
  tables: ['offer_search'],
  from: 'offer_search',
  columns: ['number', 'fingerprint'],
  by: 'offer_id',
  of: row => row,
};

/** The fingerprints of an offer's stored texts, by version number. */
export async function knownTexts(tx: Connection, offerId: string): Promise<Map<number, string>> {
  const known = await readBy(tx, FINGERPRINTS, [offerId]);
  return new Map(known.map(({ number, fingerprint }) => [number, fingerprint]));
}
