import {
  ProductReleaseRef,
  ProductReleaseSource,
  productReleaseSourceSchema,
  ProductReleasesQuery,
  ProductReleaseStatus,
  productReleaseStatusSchema,
  StatusChange,
} from '@offerdesk/backstage-plugin-offers-common';
import { Knex } from 'knex';
import { Connection } from '../database/Database';
import { holdName } from '../database/heldName';
import { Latest, latestFirst } from '../database/latestFirst';

/** A product release as it is stored; status and since repeat the last of its history. */
export interface StoredRelease extends ProductReleaseRef {
  id: string;
  status: ProductReleaseStatus;
  since: string;
  notes: string;
  url: string | undefined;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
}

/** A status with who told of it. */
export interface StoredStatus extends StatusChange {
  actor: string;
  source: ProductReleaseSource;
}

interface ReleaseRow {
  id: string;
  product: string;
  version: string;
  status: string;
  since: string;
  notes: string;
  url: string | null;
  created_at: string;
  created_by: string;
  updated_at: string;
}

interface StatusRow {
  release_id: string;
  seq: number;
  status: string;
  at: string;
  actor: string;
  source: string;
}

/** Under which name a product release is held, whether it is there or not. */
export const nameToHold = ({ product, version }: ProductReleaseRef): string =>
  `product release ${product} ${version}`;

/**
 * Adds a release unless there is one of that product and version, and locks it until the transaction
 * ends: reports of one release take turns, also the first ones (rule 5).
 */
export async function lockRelease(
  tx: Knex.Transaction,
  release: StoredRelease,
): Promise<StoredRelease> {
  const { product, version } = release;
  // Waits for those who compute from it what is offered, also where it was never reported.
  await holdName(tx, nameToHold(release), 'alone');
  // Waits for a running transaction that adds the same release on PostgreSQL.
  await tx<ReleaseRow>('product_releases')
    .insert(toRow(release))
    .onConflict(['product', 'version'])
    .ignore();
  const row = await tx<ReleaseRow>('product_releases')
    .where({ product, version })
    .forUpdate()
    .first();
  return row ? fromRow(row) : release;
}

/** Stores what a report changed in a release that was locked in this transaction. */
export async function updateRelease(tx: Connection, release: StoredRelease): Promise<void> {
  const { status, since, notes, url, updated_at } = toRow(release);
  await tx<ReleaseRow>('product_releases')
    .where({ id: release.id })
    .update({ status, since, notes, url, updated_at });
}

/** Appends a status to the history. */
export async function appendStatus(
  tx: Connection,
  releaseId: string,
  seq: number,
  { status, at, actor, source }: StoredStatus,
): Promise<void> {
  await tx<StatusRow>('product_release_statuses').insert({
    release_id: releaseId,
    seq,
    status,
    at,
    actor,
    source,
  });
}

/** Every status of a release, in the order in which they were recorded. */
export async function selectStatuses(knex: Connection, releaseId: string): Promise<StoredStatus[]> {
  const rows = await knex<StatusRow>('product_release_statuses')
    .where({ release_id: releaseId })
    .orderBy('seq');
  return rows.map(fromStatusRow);
}

/** The statuses of several releases, in the order in which they were recorded. */
export async function selectStatusesOf(
  knex: Connection,
  releases: readonly ProductReleaseRef[],
): Promise<(ProductReleaseRef & StatusChange)[]> {
  const rows = await knex('product_release_statuses as s')
    .join('product_releases as r', 'r.id', 's.release_id')
    .whereIn(
      ['r.product', 'r.version'],
      releases.map(({ product, version }) => [product, version]),
    )
    .orderBy(['s.release_id', 's.seq'])
    .select<(Pick<ReleaseRow, 'product' | 'version'> & StatusRow)[]>(
      'r.product',
      'r.version',
      's.status',
      's.at',
    );
  return rows.map(({ product, version, status, at }) => ({
    product,
    version,
    status: productReleaseStatusSchema.parse(status),
    at,
  }));
}

/** One release. */
export async function selectRelease(
  knex: Connection,
  id: string,
): Promise<StoredRelease | undefined> {
  const row = await knex<ReleaseRow>('product_releases').where({ id }).first();
  return row && fromRow(row);
}

/** A page of releases, latest change first, one row more than asked for where there is more. */
export async function selectReleases(
  knex: Connection,
  search: ReleaseSearch,
): Promise<StoredRelease[]> {
  const rows: ReleaseRow[] = await releasesQuery(knex, search);
  return rows.map(fromRow);
}

/** What the list of releases looks for. */
export interface ReleaseSearch {
  query: Omit<ProductReleasesQuery, 'cursor'>;
  after: Latest | undefined;
}

/** The statement of the list; its plan is asserted in tests. */
export function releasesQuery(
  knex: Connection,
  { query, after }: ReleaseSearch,
): Knex.QueryBuilder {
  const search = knex<ReleaseRow>('product_releases');
  if (query.product) search.where('product', query.product);
  if (query.status) search.where('status', query.status);
  return latestFirst(search, { table: 'product_releases', after, limit: query.limit });
}

function toRow(release: StoredRelease): ReleaseRow {
  const { url, createdAt, createdBy, updatedAt, ...same } = release;
  return {
    ...same,
    url: url ?? null,
    created_at: createdAt,
    created_by: createdBy,
    updated_at: updatedAt,
  };
}

function fromRow(row: ReleaseRow): StoredRelease {
  const { url, status, created_at, created_by, updated_at, ...same } = row;
  return {
    ...same,
    status: productReleaseStatusSchema.parse(status),
    url: url ?? undefined,
    createdAt: created_at,
    createdBy: created_by,
    updatedAt: updated_at,
  };
}

function fromStatusRow({ status, at, actor, source }: StatusRow): StoredStatus {
  return {
    status: productReleaseStatusSchema.parse(status),
    at,
    actor,
    source: productReleaseSourceSchema.parse(source),
  };
}
