import { KeptKind } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';

/** What is kept once, as it is stored; `said` is JSON of its own kind. */
export interface StoredKept {
  kind: KeptKind;
  id: string;
  said: unknown;
  retiredAt: string | undefined;
  revision: number;
  updatedAt: string;
  updatedBy: string;
}

interface KeptRow {
  kind: string;
  id: string;
  said: string;
  retired_at: string | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** Adds an entry; that its id is free is the database's to refuse. */
export async function insertKept(tx: Connection, kept: StoredKept): Promise<void> {
  await tx<KeptRow>('kept_references').insert({
    kind: kept.kind,
    id: kept.id,
    created_at: kept.updatedAt,
    created_by: kept.updatedBy,
    ...changing(kept),
  });
}

/** Replaces what an entry says; it is locked since it was read. */
export async function updateKept(tx: Connection, kept: StoredKept): Promise<void> {
  await tx<KeptRow>('kept_references')
    .where({ kind: kept.kind, id: kept.id })
    .update(changing(kept));
}

function changing(kept: StoredKept) {
  return {
    said: JSON.stringify(kept.said),
    retired_at: kept.retiredAt ?? null,
    revision: kept.revision,
    updated_at: kept.updatedAt,
    updated_by: kept.updatedBy,
  };
}

/** One entry. */
export async function selectKept(
  knex: Connection,
  kind: KeptKind,
  id: string,
): Promise<StoredKept | undefined> {
  const row = await knex<KeptRow>('kept_references').where({ kind, id }).first();
  return row && fromRow(row);
}

/** One entry, locked until the transaction ends. */
export async function lockKept(
  tx: Connection,
  kind: KeptKind,
  id: string,
): Promise<StoredKept | undefined> {
  const row = await tx<KeptRow>('kept_references').where({ kind, id }).forUpdate().first();
  return row && fromRow(row);
}

/** A page of the entries of a kind by id, one row more than asked for where there is more. */
export async function selectKeptPage(
  knex: Connection,
  kind: KeptKind,
  { after, limit, retired }: { after: string | undefined; limit: number; retired: boolean },
): Promise<StoredKept[]> {
  const rows = await knex<KeptRow>('kept_references')
    .where({ kind })
    .modify(page => {
      if (after !== undefined) page.where('id', '>', after);
      if (!retired) page.whereNull('retired_at');
    })
    .orderBy('id')
    .limit(limit + 1);
  return rows.map(fromRow);
}

/**
 * The entries of these ids, in no order. `shared` keeps them as they are until the transaction ends, while
 * others may read them: who copies from an entry is done before it changes, or comes after.
 */
export async function selectKeptOf(
  connection: Connection,
  kind: KeptKind,
  ids: readonly string[],
  { shared = false } = {},
): Promise<StoredKept[]> {
  if (ids.length === 0) return [];
  const query = connection<KeptRow>('kept_references').where({ kind }).whereIn('id', ids);
  const rows: KeptRow[] = await (shared ? query.orderBy('id').forShare() : query);
  return rows.map(fromRow);
}

function fromRow(row: KeptRow): StoredKept {
  return {
    kind: row.kind === 'party' ? 'party' : 'price-list',
    id: row.id,
    said: JSON.parse(row.said),
    retiredAt: row.retired_at ?? undefined,
    revision: row.revision,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}
