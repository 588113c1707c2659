import {
  DemandKind,
  demandKindSchema,
  DemandPriority,
  demandPrioritySchema,
  DemandsQuery,
  DemandSource,
  demandSourceSchema,
  DemandState,
  demandStateSchema,
  ProductReleaseRef,
} from '@offerdesk/backstage-plugin-offers-common';
import { Knex } from 'knex';
import { Connection } from '../database/Database';
import { Latest, latestFirst } from '../database/latestFirst';

/** A demand as it is stored. */
export interface StoredDemand {
  id: string;
  kind: DemandKind;
  source: DemandSource;
  state: DemandState;
  title: string;
  description: string;
  wantedBy: string | undefined;
  wantedZone: string | undefined;
  reference: string | undefined;
  productRelease: ProductReleaseRef | undefined;
  priority: DemandPriority | undefined;
  assignee: string | undefined;
  triageNote: string;
  declinedFor: string | undefined;
  mergedInto: string | undefined;
  planId: string | undefined;
  revision: number;
  requestedBy: string;
  createdAt: string;
  updatedAt: string;
}

interface DemandRow {
  id: string;
  kind: string;
  source: string;
  state: string;
  title: string;
  description: string;
  wanted_by: string | null;
  wanted_zone: string | null;
  reference: string | null;
  product: string | null;
  product_version: string | null;
  priority: string | null;
  assignee: string | null;
  triage_note: string;
  declined_for: string | null;
  merged_into: string | null;
  plan_id: string | null;
  revision: number;
  requested_by: string;
  created_at: string;
  updated_at: string;
}

/** Adds a demand. */
export async function insertDemand(tx: Connection, demand: StoredDemand): Promise<void> {
  await tx<DemandRow>('demands').insert(toRow(demand));
}

/** Stores a demand that was locked in this transaction, at its next revision. */
export async function updateDemand(tx: Connection, demand: StoredDemand): Promise<StoredDemand> {
  const next = { ...demand, revision: demand.revision + 1 };
  await tx<DemandRow>('demands').where({ id: demand.id }).update(toRow(next));
  return next;
}

/** One demand. */
export async function selectDemand(
  knex: Connection,
  id: string,
): Promise<StoredDemand | undefined> {
  const row = await knex<DemandRow>('demands').where({ id }).first();
  return row && fromRow(row);
}

/** What some demands are called. */
export async function selectDemandTitles(
  knex: Connection,
  ids: readonly string[],
): Promise<{ id: string; title: string }[]> {
  return knex<DemandRow>('demands').whereIn('id', ids).select('id', 'title');
}

/** Some demands, locked until the transaction ends, in one order so that nobody waits for each other. */
export async function lockDemands(
  tx: Connection,
  ids: readonly string[],
): Promise<Map<string, StoredDemand>> {
  const locked = new Map<string, StoredDemand>();
  for (const id of [...new Set(ids)].sort()) {
    const row = await tx<DemandRow>('demands').where({ id }).forUpdate().first();
    if (row) locked.set(id, fromRow(row));
  }
  return locked;
}

/** The demands that a plan fulfils. */
export async function selectDemandIdsOfPlan(knex: Connection, planId: string): Promise<string[]> {
  return knex<DemandRow>('demands').where({ plan_id: planId, state: 'planned' }).pluck('id');
}

/** The demands that were merged into one, in the order in which they were raised. */
export async function selectTakenIn(knex: Connection, id: string): Promise<StoredDemand[]> {
  const rows = await knex<DemandRow>('demands')
    .where({ merged_into: id })
    .orderBy(['created_at', 'id']);
  return rows.map(fromRow);
}

/** What the list of demands looks for. */
export interface DemandSearch {
  query: Omit<DemandsQuery, 'cursor' | 'requestedBy'>;
  requestedBy: string | undefined;
  after: Latest | undefined;
}

/** A page of demands, latest change first, one row more than asked for where there is more. */
export async function selectDemands(
  knex: Connection,
  search: DemandSearch,
): Promise<StoredDemand[]> {
  const rows: DemandRow[] = await demandsQuery(knex, search);
  return rows.map(fromRow);
}

/** The statement of the list; its plan is asserted in tests. */
export function demandsQuery(
  knex: Connection,
  { query, requestedBy, after }: DemandSearch,
): Knex.QueryBuilder {
  const { state, kind, source, assignee, offer, product } = query;
  const search = knex<DemandRow>('demands as d');
  if (state) search.where('d.state', state);
  if (kind) search.where('d.kind', kind);
  if (source) search.where('d.source', source);
  if (assignee) search.where('d.assignee', assignee);
  if (requestedBy) search.where('d.requested_by', requestedBy);
  if (offer) {
    search.whereIn('d.id', knex('demand_offers').where('offer_id', offer).select('demand_id'));
  }
  if (product) {
    search.whereIn(
      'd.id',
      knex('demand_entities').where('entity_ref', product).select('demand_id'),
    );
  }
  return latestFirst(search, { table: 'd', after, limit: query.limit }).select('d.*');
}

function toRow(demand: StoredDemand): DemandRow {
  return {
    id: demand.id,
    kind: demand.kind,
    source: demand.source,
    state: demand.state,
    title: demand.title,
    description: demand.description,
    wanted_by: demand.wantedBy ?? null,
    wanted_zone: demand.wantedZone ?? null,
    reference: demand.reference ?? null,
    product: demand.productRelease?.product ?? null,
    product_version: demand.productRelease?.version ?? null,
    priority: demand.priority ?? null,
    assignee: demand.assignee ?? null,
    triage_note: demand.triageNote,
    declined_for: demand.declinedFor ?? null,
    merged_into: demand.mergedInto ?? null,
    plan_id: demand.planId ?? null,
    revision: demand.revision,
    requested_by: demand.requestedBy,
    created_at: demand.createdAt,
    updated_at: demand.updatedAt,
  };
}

function fromRow(row: DemandRow): StoredDemand {
  return {
    id: row.id,
    kind: demandKindSchema.parse(row.kind),
    source: demandSourceSchema.parse(row.source),
    state: demandStateSchema.parse(row.state),
    title: row.title,
    description: row.description,
    wantedBy: row.wanted_by ?? undefined,
    wantedZone: row.wanted_zone ?? undefined,
    reference: row.reference ?? undefined,
    productRelease:
      row.product === null || row.product_version === null
        ? undefined
        : { product: row.product, version: row.product_version },
    priority: row.priority === null ? undefined : demandPrioritySchema.parse(row.priority),
    assignee: row.assignee ?? undefined,
    triageNote: row.triage_note,
    declinedFor: row.declined_for ?? undefined,
    mergedInto: row.merged_into ?? undefined,
    planId: row.plan_id ?? undefined,
    revision: row.revision,
    requestedBy: row.requested_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
