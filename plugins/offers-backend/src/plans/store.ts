import {
  Asked,
  askedSchema,
  OfferImpact,
  PlansQuery,
  PlanState,
  planStateSchema,
  Scenario,
  scenarioSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { Latest, latestFirst } from '../database/latestFirst';
import { setRows, lockRows, selectRows } from '../database/plainRows';
import { readBy, Reading } from '../database/Reading';
import { noteStay } from './stayStore';
import { PlanUnderWay, selectUnderWay } from './underWayStore';

/** A release plan as it is stored. */
export interface StoredPlan {
  id: string;
  scenario: Scenario;
  title: string;
  note: string;
  state: PlanState;
  releaseAt: string;
  releaseZone: string;
  preparationAt: string | undefined;
  preparationZone: string | undefined;
  /** the release date that those concerned were told */
  toldFor: string | undefined;
  /** how often it has been asked for */
  round: number;
  contentHash: string;
  /** what the approval policy asked for when it was last submitted or changed */
  asked: Asked | undefined;
  impact: OfferImpact[];
  revision: number;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  submittedBy: string | undefined;
  submittedAt: string | undefined;
  releasedBy: string | undefined;
  releasedAt: string | undefined;
}

/** A version that a plan brings. */
export interface PlanOffer {
  planId: string;
  offerId: string;
  number: number;
}

/** A row of the table of plans. */
export interface PlanRow {
  id: string;
  scenario: string;
  title: string;
  note: string;
  state: string;
  release_at: string;
  release_zone: string;
  preparation_at: string | null;
  preparation_zone: string | null;
  told_for: string | null;
  round: number;
  content_hash: string;
  asked: string | null;
  expires_at: string | null;
  impact: string;
  revision: number;
  created_by: string;
  created_at: string;
  updated_at: string;
  submitted_by: string | null;
  submitted_at: string | null;
  released_by: string | null;
  released_at: string | null;
}

interface PlanOfferRow {
  plan_id: string;
  offer_id: string;
  number: number;
  position: number;
  under_way: number;
}

/** Adds a plan. */
export async function insertPlan(tx: Connection, plan: StoredPlan): Promise<void> {
  await tx<PlanRow>('plans').insert(toRow(plan));
  await noteStay(tx, plan);
}

/** Replaces the versions that a plan brings; an offer can be in one plan under way. */
export async function putPlanOffers(
  tx: Connection,
  planId: string,
  offers: readonly { offerId: string; number: number }[],
): Promise<void> {
  await tx<PlanOfferRow>('plan_offers').where({ plan_id: planId }).delete();
  if (offers.length === 0) return;
  await tx<PlanOfferRow>('plan_offers').insert(
    offers.map(({ offerId, number }, position) => ({
      plan_id: planId,
      offer_id: offerId,
      number,
      position,
      under_way: 1,
    })),
  );
}

/** Notes who had a part in what a plan is: who made, changed or submitted it (rule 4). */
export async function addPlanAuthor(tx: Connection, planId: string, author: string): Promise<void> {
  await tx('plan_authors')
    .insert({ plan_id: planId, author })
    .onConflict(['plan_id', 'author'])
    .ignore();
}

/** Authors of plans, by plan. */
export const PLAN_AUTHORS: Reading<
  { plan_id: string; author: string },
  { planId: string; author: string }
> = {
  name: 'plan authors',
  tables: ['plan_authors'],
  from: 'plan_authors',
  columns: ['plan_id', 'author'],
  by: 'plan_id',
  of: ({ plan_id, author }) => ({ planId: plan_id, author }),
};

/** Who made, changed or submitted each of the plans. */
export async function selectPlanAuthors(
  knex: Connection,
  planIds: readonly string[],
): Promise<{ planId: string; author: string }[]> {
  return readBy(knex, PLAN_AUTHORS, planIds);
}

/** Stores a plan that was locked in this transaction, at its next revision. */
export async function updatePlan(tx: Connection, plan: StoredPlan): Promise<StoredPlan> {
  const next = { ...plan, revision: plan.revision + 1 };
  const { id, ...change } = toRow(next);
  await setRows<PlanRow>(tx, 'plans', { id }, change);
  await noteStay(tx, next);
  return next;
}

/** Lets the offers of a plan that has ended enter other plans. */
export async function endPlanOffers(tx: Connection, planId: string): Promise<void> {
  await tx<PlanOfferRow>('plan_offers').where({ plan_id: planId }).update({ under_way: 0 });
}

/** One plan. */
export async function selectPlan(knex: Connection, id: string): Promise<StoredPlan | undefined> {
  const [row] = await selectRows<PlanRow>(knex, 'plans', { id });
  return row && fromRow(row);
}

/** What some plans are called. */
export async function selectPlanTitles(
  knex: Connection,
  ids: readonly string[],
): Promise<{ id: string; title: string }[]> {
  return knex<PlanRow>('plans')
    .whereIn('id', [...new Set(ids)])
    .select('id', 'title');
}

/** One plan, locked until the transaction ends: decisions and releases on it take turns (rule 5). */
export async function lockPlan(tx: Connection, id: string): Promise<StoredPlan | undefined> {
  const [row] = await lockRows<PlanRow>(tx, 'plans', { id });
  return row && fromRow(row);
}

/** What the list of plans looks for. */
export interface PlanSearch {
  query: Omit<PlansQuery, 'cursor' | 'offer' | 'requestedBy'>;
  offerId: string | undefined;
  /** only plans that one of the principals is asked about */
  askedOf: readonly string[] | undefined;
  after: Latest | undefined;
  /** who made or submitted them, where that is asked for */
  requester?: string | undefined;
}

/** A page of plans, latest change first, one row more than asked for where there is more. */
export async function selectPlans(
  knex: Connection,
  { query, offerId, askedOf, after, requester }: PlanSearch,
): Promise<StoredPlan[]> {
  const search = knex<PlanRow>('plans');
  if (query.state) search.where('plans.state', query.state);
  if (query.scenario) search.where('plans.scenario', query.scenario);
  if (requester) {
    search.where(own =>
      own.where('plans.created_by', requester).orWhere('plans.submitted_by', requester),
    );
  }
  if (askedOf) {
    const asked = knex('plan_approvers')
      .select('plan_id')
      .whereIn('principal', [...askedOf]);
    search.whereIn('plans.id', asked);
  }
  if (offerId) {
    const touching = (table: string) =>
      knex(`${table} as o`)
        .select(knex.raw('1'))
        .whereRaw('o.plan_id = plans.id')
        .where('o.offer_id', offerId);
    search.where(either =>
      either
        .whereExists(touching('plan_offers'))
        .orWhereExists(touching('plan_terminations'))
        .orWhereIn(
          'plans.id',
          knex('plan_changes').select('plan_id').where({ kind: 'offer-move', target: offerId }),
        ),
    );
  }
  const rows: PlanRow[] = await latestFirst(search, { table: 'plans', after, limit: query.limit });
  return rows.map(fromRow);
}

/** What plans bring, by plan. */
export const PLAN_OFFERS: Reading<PlanOfferRow, PlanOffer> = {
  name: 'plan offers',
  tables: ['plan_offers'],
  from: 'plan_offers',
  columns: ['plan_id', 'offer_id', 'number', 'position', 'under_way'],
  by: 'plan_id',
  order: 'plan_id, position',
  of: row => ({ planId: row.plan_id, offerId: row.offer_id, number: row.number }),
};

/** The versions that plans bring, in the plan's order. */
export async function selectPlanOffers(
  knex: Connection,
  planIds: readonly string[],
): Promise<PlanOffer[]> {
  return readBy(knex, PLAN_OFFERS, planIds);
}

/** The versions of an offer that plans have released, by number. */
export async function selectReleasedVersions(
  knex: Connection,
  offerId: string,
): Promise<{ number: number; planId: string }[]> {
  const rows = await knex('plan_offers as o')
    .join('plans as p', 'p.id', 'o.plan_id')
    .where({ 'o.offer_id': offerId, 'p.state': 'released' })
    .orderBy('o.number')
    .select<{ number: number; plan_id: string }[]>('o.number', 'o.plan_id');
  return rows.map(({ number, plan_id }) => ({ number, planId: plan_id }));
}

/** Gives the draft of an offer another number in the plan under way. */
export async function renumberPlanOffers(
  tx: Connection,
  offerId: string,
  from: number,
  to: number,
): Promise<void> {
  await tx<PlanOfferRow>('plan_offers')
    .where({ offer_id: offerId, number: from, under_way: 1 })
    .update({ number: to });
}

/** The plans under way of some offers. */
export function selectPlansUnderWay(
  knex: Connection,
  offerIds: readonly string[],
): Promise<PlanUnderWay[]> {
  return selectUnderWay(knex, 'plan_offers', offerIds);
}

function toRow(plan: StoredPlan): PlanRow {
  return {
    id: plan.id,
    scenario: plan.scenario,
    title: plan.title,
    note: plan.note,
    state: plan.state,
    release_at: plan.releaseAt,
    release_zone: plan.releaseZone,
    preparation_at: plan.preparationAt ?? null,
    preparation_zone: plan.preparationZone ?? null,
    told_for: plan.toldFor ?? null,
    round: plan.round,
    content_hash: plan.contentHash,
    asked: plan.asked ? JSON.stringify(plan.asked) : null,
    expires_at: plan.asked?.expiresAt ?? null,
    impact: JSON.stringify(plan.impact),
    revision: plan.revision,
    created_by: plan.createdBy,
    created_at: plan.createdAt,
    updated_at: plan.updatedAt,
    submitted_by: plan.submittedBy ?? null,
    submitted_at: plan.submittedAt ?? null,
    released_by: plan.releasedBy ?? null,
    released_at: plan.releasedAt ?? null,
  };
}

/** A plan from its row. */
export function fromRow(row: PlanRow): StoredPlan {
  return {
    id: row.id,
    scenario: scenarioSchema.parse(row.scenario),
    title: row.title,
    note: row.note,
    state: planStateSchema.parse(row.state),
    releaseAt: row.release_at,
    releaseZone: row.release_zone,
    preparationAt: row.preparation_at ?? undefined,
    preparationZone: row.preparation_zone ?? undefined,
    toldFor: row.told_for ?? undefined,
    round: row.round,
    contentHash: row.content_hash,
    asked: row.asked ? askedSchema.parse(JSON.parse(row.asked)) : undefined,
    impact: JSON.parse(row.impact),
    revision: row.revision,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    submittedBy: row.submitted_by ?? undefined,
    submittedAt: row.submitted_at ?? undefined,
    releasedBy: row.released_by ?? undefined,
    releasedAt: row.released_at ?? undefined,
  };
}
