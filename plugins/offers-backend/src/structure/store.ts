import {
  DatedChange,
  structureChangeSchema,
  ViewFilter,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { readBy, Reading } from '../database/Reading';
import { readOnce } from '../database/readOnce';

interface ChangeRow {
  seq: number;
  kind: string;
  target: string;
  body: string;
  starts_at: string;
  plan_id: string | null;
  recorded_at: string;
  recorded_by: string;
}

interface StateRow {
  id: number;
  revision: number;
}

/** Holds the structure as it is until the transaction ends; others may hold it, too, and nobody can change it. */
export async function holdStructure(tx: Knex.Transaction): Promise<void> {
  await tx<StateRow>('structure_state').where({ id: 1 }).forShare().first();
}

/** Locks the structure for a change, until the transaction ends. */
export async function lockStructure(tx: Knex.Transaction): Promise<void> {
  await tx<StateRow>('structure_state').where({ id: 1 }).forUpdate().first();
}

export const STRUCTURE_REVISION: Reading<Pick<StateRow, 'revision'>, number> = {
  name: 'structure revision',
  tables: ['structure_state'],
  from: 'structure_state',
  columns: ['revision'],
  by: 'id',
  of: ({ revision }) => revision,
};

/** How often the structure was changed. */
export async function selectRevision(connection: Connection): Promise<number> {
  const [revision = 0] = await readBy(connection, STRUCTURE_REVISION, [1]);
  return revision;
}

/** Every change of the structure, by date; those of one date in the order in which they were released. */
export async function selectStructureChanges(connection: Connection): Promise<DatedChange[]> {
  const what = { name: 'structure changes', tables: ['structure_changes'] };
  return readOnce(connection, what, ['all'], async () => {
    const rows = await connection<ChangeRow>('structure_changes').orderBy(['starts_at', 'seq']);
    return rows.map(({ kind, target, body, starts_at, plan_id }) => ({
      change: structureChangeSchema.parse({ kind, target, body: JSON.parse(body) }),
      from: starts_at,
      planId: plan_id ?? undefined,
    }));
  });
}

/** Whether an offer moves at any instant, past or ahead. */
export async function hasMoved(connection: Connection, offerId: string): Promise<boolean> {
  const row = await connection<ChangeRow>('structure_changes')
    .where({ target: offerId, kind: 'offer-move' })
    .first('seq');
  return row !== undefined;
}

/** Adds changes, in their order; the structure has to be locked. */
export async function insertStructureChanges(
  tx: Knex.Transaction,
  changes: readonly DatedChange[],
  { at, by }: { at: string; by: string },
): Promise<void> {
  if (changes.length === 0) return;
  await tx<ChangeRow>('structure_changes').insert(
    changes.map(({ change: { kind, target, body }, from, planId }) => ({
      kind,
      target,
      body: JSON.stringify(body),
      starts_at: from,
      plan_id: planId ?? null,
      recorded_at: at,
      recorded_by: by,
    })),
  );
  await tx<StateRow>('structure_state').where({ id: 1 }).increment('revision', 1);
}

/** A view's filter with its categories spelled out. */
export type SpelledFilter = Omit<ViewFilter, 'categories'> & {
  categories: readonly string[] | undefined;
};

/** How many offers are served at an instant that a filter shows, whoever may see them; for staff alone. */
export async function countServed(
  connection: Connection,
  filter: SpelledFilter,
  at: string,
): Promise<number> {
  const [row]: { count: string | number }[] = await servedQuery(
    connection,
    filter,
    at,
  ).countDistinct({ count: 's.offer_id' });
  return Number(row?.count ?? 0);
}

/** Where offers are served at an instant, within a filter: spans under the alias `s`, offers under `o`. */
export function servedQuery(
  connection: Connection,
  filter: SpelledFilter,
  at: string,
): Knex.QueryBuilder {
  const { categories, catalogues, interactions, owners, providers, tags, entities } = filter;
  const query = connection('listed_spans as s')
    .join('offers as o', 'o.id', 's.offer_id')
    .where('s.starts_at', '<=', at)
    .where('s.ends_at', '>', at);
  if (categories) query.whereIn('s.category', [...categories]);
  if (catalogues.length > 0) query.whereIn('s.catalogue', catalogues);
  if (interactions.length > 0) query.whereIn('o.interaction', interactions);
  if (owners.length > 0) query.whereIn('o.owner', owners);
  if (providers.length > 0) query.whereIn('s.provider', providers);
  const has = (table: string, column: string, values: readonly string[]) =>
    connection(`${table} as h`)
      .select(connection.raw('1'))
      .whereRaw('h.offer_id = s.offer_id and h.number = s.number')
      .whereIn(`h.${column}`, [...values]);
  if (tags.length > 0) query.whereExists(has('listed_tags', 'tag', tags));
  if (entities.length > 0) query.whereExists(has('offer_links', 'entity_ref', entities));
  return query;
}

/** The offers that are served from an instant on in a category, or in a catalogue; in no order. */
export async function selectServedFrom(
  connection: Connection,
  where: { category: string } | { catalogue: string },
  from: string,
): Promise<{ offerId: string; title: string; endsAt: string }[]> {
  const rows: { offer_id: string; title: string; ends_at: string }[] = await servedFromQuery(
    connection,
    where,
    from,
  );
  return rows.map(({ offer_id, title, ends_at }) => ({
    offerId: offer_id,
    title,
    endsAt: ends_at,
  }));
}

/** The statement of it. */
export function servedFromQuery(
  connection: Connection,
  where: { category: string } | { catalogue: string },
  from: string,
): Knex.QueryBuilder {
  const query = connection('listed_spans as s')
    .join('offers as o', 'o.id', 's.offer_id')
    .where('s.ends_at', '>', from)
    .select('s.offer_id', 'o.title', 's.ends_at');
  return 'category' in where
    ? query.where('s.category', where.category)
    : query.where('s.catalogue', where.catalogue);
}
