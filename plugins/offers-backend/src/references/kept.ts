import {
  Content,
  keptPartySchema,
  keptPriceListSchema,
  KeptReference,
  keptReferencesOf,
  withKept,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { selectKeptOf, StoredKept } from './store';

/**
 * A content that says what the entries that it refers to say now, so that a draft is always true. They
 * stay as they are until the transaction ends; locked before offers are, as a change of an entry does.
 */
export async function contentWithKept(tx: Knex.Transaction, content: Content): Promise<Content> {
  const references = keptReferencesOf(content);
  if (references.length === 0) return content;
  const [priceLists, parties] = await entriesOf(tx, references, { shared: true });
  return withEntries(content, [...priceLists, ...parties]);
}

/** A content that says what one entry says now. */
export function withEntry(content: Content, entry: StoredKept): Content {
  return withEntries(content, [entry]);
}

function withEntries(content: Content, entries: readonly StoredKept[]): Content {
  const of = (kind: KeptReference['kind']) => entries.filter(entry => entry.kind === kind);
  return withKept(content, {
    priceLists: new Map(
      of('price-list').map(({ id, said }) => [id, keptPriceListSchema.parse(said)]),
    ),
    parties: new Map(of('party').map(({ id, said }) => [id, keptPartySchema.parse(said)])),
  });
}

/** What stands for a reference to a kept entry in a set. */
export const keptKey = ({ kind, id }: Pick<KeptReference, 'kind' | 'id'>): string =>
  `${kind}:${id}`;

/** Which references of some contents do not resolve: to what is not kept, or retired (rule 14). */
export async function unresolvedKept(
  connection: Connection,
  contents: readonly Content[],
): Promise<Set<string>> {
  const references = contents.flatMap(keptReferencesOf);
  const entries = (await entriesOf(connection, references)).flat();
  const known = new Set(
    entries.filter(({ retiredAt }) => retiredAt === undefined).map(entry => keptKey(entry)),
  );
  return new Set(references.map(keptKey).filter(key => !known.has(key)));
}

/** The references of one content that do not resolve. */
export async function unresolvedKeptIn(
  connection: Connection,
  content: Content,
): Promise<KeptReference[]> {
  const references = keptReferencesOf(content);
  if (references.length === 0) return [];
  const unresolved = await unresolvedKept(connection, [content]);
  return references.filter(reference => unresolved.has(keptKey(reference)));
}

async function entriesOf(
  connection: Connection,
  references: readonly KeptReference[],
  options?: { shared: boolean },
): Promise<[StoredKept[], StoredKept[]]> {
  const idsOf = (kind: KeptReference['kind']) => [
    ...new Set(references.filter(reference => reference.kind === kind).map(({ id }) => id)),
  ];
  // One after the other: they may run in a transaction, which has one connection.
  const priceLists = await selectKeptOf(connection, 'price-list', idsOf('price-list'), options);
  const parties = await selectKeptOf(connection, 'party', idsOf('party'), options);
  return [priceLists, parties];
}
