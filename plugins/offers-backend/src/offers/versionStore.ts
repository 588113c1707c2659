import {
  Content,
  keptReferencesOf,
  upgradeContent,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { insertRows } from '../database/insertRows';
import { setRows } from '../database/plainRows';
import { readBy, Reading, writeThrough } from '../database/Reading';

/** What became of a version; a discarded draft is kept, so that its number is never used again. */
export type VersionStatus = 'draft' | 'published' | 'discarded';

/** A version as it is stored. */
export interface StoredVersion {
  offerId: string;
  number: number;
  status: VersionStatus;
  content: Content;
  updatedBy: string;
  validFrom: string | undefined;
  validUntil: string | undefined;
  publishedAt: string | undefined;
  publishedBy: string | undefined;
}

interface VersionRow {
  offer_id: string;
  number: number;
  status: string;
  content: string;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
  valid_from: string | null;
  valid_until: string | null;
  published_at: string | null;
  published_by: string | null;
}

/** What a version refers to. */
interface ReferenceRow {
  kind: string;
  reference: string;
  offer_id: string;
  number: number;
}

/** A draft as it is written. */
export interface NewVersion {
  offerId: string;
  number: number;
  content: Content;
  /** the content as JSON, where it was made before */
  written?: string;
}

/** Versions by offer. */
export const VERSIONS: Reading<VersionRow, StoredVersion> = {
  name: 'versions',
  tables: ['offer_versions'],
  from: 'offer_versions',
  columns: [
    'offer_id',
    'number',
    'status',
    'content',
    'updated_by',
    'valid_from',
    'valid_until',
    'published_at',
    'published_by',
  ],
  by: 'offer_id',
  order: 'offer_id, number',
  of: fromVersionRow,
};

/** Adds a version, and gives it as it is stored. */
export async function insertVersion(
  tx: Connection,
  version: NewVersion,
  author: string,
  at: string,
): Promise<StoredVersion> {
  await insertVersions(tx, [version], author, at);
  return versionOf(toDraftRow(version, author, at), version.content);
}

/** Adds versions of one author. */
export async function insertVersions(
  tx: Connection,
  versions: readonly NewVersion[],
  author: string,
  at: string,
): Promise<void> {
  const rows = versions.map(version => toDraftRow(version, author, at));
  await insertRows(tx, 'offer_versions', rows);
  await addAuthor(tx, versions, author);
  await addReferences(tx, versions);
}

/** Replaces the content of a draft; the database refuses it for a published version (rule 2). */
export async function updateDraft(
  tx: Connection,
  version: NewVersion,
  author: string,
  at: string,
): Promise<void> {
  const { offerId, number } = version;
  const content = JSON.stringify(version.content);
  await writeThrough(tx, VERSIONS, [offerId], {
    write: async () => {
      await setRows<VersionRow>(
        tx,
        'offer_versions',
        { offer_id: offerId, number },
        { content, updated_at: at, updated_by: author },
      );
    },
    after: before =>
      before.map(known =>
        known.number === number ? { ...known, content: version.content, updatedBy: author } : known,
      ),
  });
  const authors = await selectAuthors(tx, [version]);
  if (!authors.some(known => known.author === author)) await addAuthor(tx, [version], author);
  await putReferences(tx, version);
}

/** The references of versions. */
export const REFERENCES: Reading<ReferenceRow, ReferenceRow> = {
  name: 'references',
  tables: ['version_references'],
  from: 'version_references',
  columns: ['kind', 'reference', 'offer_id', 'number'],
  by: 'offer_id',
  of: row => row,
};

/** Stores what a draft refers to now; nothing is written where that is what it referred to before. */
async function putReferences(tx: Connection, version: NewVersion): Promise<void> {
  const { offerId, number } = version;
  const before = (await readBy(tx, REFERENCES, [offerId])).filter(row => row.number === number);
  const now = referencesIn([version]);
  const isThere = (row: ReferenceRow) =>
    before.some(({ kind, reference }) => kind === row.kind && reference === row.reference);
  if (before.length === now.length && now.every(isThere)) return;
  await tx('version_references').where({ offer_id: offerId, number }).delete();
  await addReferences(tx, [version]);
}

/** What versions refer to, so that who changes that finds them. */
async function addReferences(
  tx: Connection,
  versions: readonly Pick<NewVersion, 'offerId' | 'number' | 'content'>[],
): Promise<void> {
  await insertRows(tx, 'version_references', referencesIn(versions), { unlessThere: true });
}

function referencesIn(
  versions: readonly Pick<NewVersion, 'offerId' | 'number' | 'content'>[],
): ReferenceRow[] {
  return versions.flatMap(({ offerId, number, content }) =>
    keptReferencesOf(content).map(({ kind, id }) => ({
      kind,
      reference: id,
      offer_id: offerId,
      number,
    })),
  );
}

async function addAuthor(
  tx: Connection,
  versions: readonly Pick<NewVersion, 'offerId' | 'number'>[],
  author: string,
): Promise<void> {
  const rows = versions.map(({ offerId, number }) => ({ offer_id: offerId, number, author }));
  await insertRows(tx, 'version_authors', rows, { unlessThere: true });
}

/** Gives a draft another number; it and its authors stay as they are. */
export async function renumberDraft(
  tx: Connection,
  offerId: string,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const old = { offer_id: offerId, number: from };
  const row = await tx<VersionRow>('offer_versions')
    .where({ ...old, status: 'draft' })
    .first();
  if (!row) return;
  await tx<VersionRow>('offer_versions').insert({ ...row, number: to });
  await tx('version_authors').where(old).update({ number: to });
  await tx<VersionRow>('offer_versions').where(old).delete();
}

/** Makes a draft a published version. */
export async function publishVersion(
  tx: Connection,
  key: { offerId: string; number: number },
  published: { validFrom: string; validUntil: string | undefined; at: string; by: string },
): Promise<void> {
  await tx<VersionRow>('offer_versions')
    .where({ offer_id: key.offerId, number: key.number, status: 'draft' })
    .update({
      status: 'published',
      valid_from: published.validFrom,
      valid_until: published.validUntil ?? null,
      published_at: published.at,
      published_by: published.by,
    });
}

/** Discards a draft; its row stays, as what a plan once brought. */
export async function discardVersion(
  tx: Connection,
  { offerId, number }: { offerId: string; number: number },
  by: string,
  at: string,
): Promise<void> {
  await tx<VersionRow>('offer_versions')
    .where({ offer_id: offerId, number, status: 'draft' })
    .update({ status: 'discarded', updated_at: at, updated_by: by });
}

/** Every version of the offers, by number. */
export async function selectVersions(
  knex: Connection,
  offerIds: readonly string[],
): Promise<StoredVersion[]> {
  return readBy(knex, VERSIONS, offerIds);
}

/** Somebody who wrote a version. */
interface VersionAuthor {
  offerId: string;
  number: number;
  author: string;
}

/** Who wrote, by offer. */
export const AUTHORS: Reading<{ offer_id: string; number: number; author: string }, VersionAuthor> =
  {
    name: 'authors',
    tables: ['version_authors'],
    from: 'version_authors',
    columns: ['offer_id', 'number', 'author'],
    by: 'offer_id',
    of: ({ offer_id, number, author }) => ({ offerId: offer_id, number, author }),
  };

/** Everyone who wrote one of the versions. */
export async function selectAuthors(
  knex: Connection,
  versions: readonly { offerId: string; number: number }[],
): Promise<VersionAuthor[]> {
  const offerIds = [...new Set(versions.map(({ offerId }) => offerId))];
  const wanted = new Set(versions.map(({ offerId, number }) => `${offerId} ${number}`));
  const authors = await readBy(knex, AUTHORS, offerIds);
  return authors.filter(({ offerId, number }) => wanted.has(`${offerId} ${number}`));
}

function toDraftRow(
  { offerId, number, content, written }: NewVersion,
  author: string,
  at: string,
): VersionRow {
  return {
    offer_id: offerId,
    number,
    status: 'draft',
    content: written ?? JSON.stringify(content),
    created_at: at,
    created_by: author,
    updated_at: at,
    updated_by: author,
    valid_from: null,
    valid_until: null,
    published_at: null,
    published_by: null,
  };
}

function fromVersionRow(row: VersionRow): StoredVersion {
  return versionOf(row, upgradeContent(JSON.parse(row.content)));
}

function versionOf(row: VersionRow, content: Content): StoredVersion {
  return {
    offerId: row.offer_id,
    number: row.number,
    status: statusOf(row.status),
    content,
    updatedBy: row.updated_by,
    validFrom: row.valid_from ?? undefined,
    validUntil: row.valid_until ?? undefined,
    publishedAt: row.published_at ?? undefined,
    publishedBy: row.published_by ?? undefined,
  };
}

function statusOf(status: string): VersionStatus {
  return status === 'published' || status === 'discarded' ? status : 'draft';
}
