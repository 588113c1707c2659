import {
  PlanChange,
  planChangeSchema,
  subscriptionMoveSchema,
  Termination,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { readBy, Reading } from '../database/Reading';
import { PlanUnderWay, selectUnderWay } from './underWayStore';

interface TerminationRow {
  plan_id: string;
  offer_id: string;
  position: number;
  notice_at: string;
  ends_at: string;
  ends_zone: string;
  replaced_by: string | null;
  no_replacement: string | null;
  subscriptions: string;
  reason: string;
  under_way: number;
}

interface ChangeRow {
  plan_id: string;
  position: number;
  kind: string;
  target: string;
  body: string;
}

/** Replaces the terminations of a plan. */
export async function putTerminations(
  tx: Connection,
  planId: string,
  terminations: readonly Termination[],
): Promise<void> {
  await tx<TerminationRow>('plan_terminations').where({ plan_id: planId }).delete();
  if (terminations.length === 0) return;
  await tx<TerminationRow>('plan_terminations').insert(
    terminations.map((termination, position) => ({
      plan_id: planId,
      offer_id: termination.offerId,
      position,
      notice_at: termination.noticeAt,
      ends_at: termination.endsAt,
      ends_zone: termination.endsZone,
      replaced_by: termination.replacedBy ?? null,
      no_replacement: termination.noReplacement ?? null,
      subscriptions: JSON.stringify(termination.subscriptions),
      reason: termination.reason,
      under_way: 1,
    })),
  );
}

/** Moves what was to be told at one instant to another, in the ends that a plan brings. */
export async function moveNotices(
  tx: Connection,
  planId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  if (from === to) return;
  await tx<TerminationRow>('plan_terminations')
    .where({ plan_id: planId, notice_at: from })
    .update({ notice_at: to });
}

/** Terminations, by plan. */
export const TERMINATIONS: Reading<TerminationRow, { planId: string; termination: Termination }> = {
  name: 'plan terminations',
  tables: ['plan_terminations'],
  from: 'plan_terminations',
  columns: [
    'plan_id',
    'offer_id',
    'notice_at',
    'ends_at',
    'ends_zone',
    'replaced_by',
    'no_replacement',
    'subscriptions',
    'reason',
  ],
  by: 'plan_id',
  order: 'plan_id, position',
  of: row => ({
    planId: row.plan_id,
    termination: {
      offerId: row.offer_id,
      noticeAt: row.notice_at,
      endsAt: row.ends_at,
      endsZone: row.ends_zone,
      ...(row.replaced_by ? { replacedBy: row.replaced_by } : {}),
      ...(row.no_replacement ? { noReplacement: row.no_replacement } : {}),
      subscriptions: subscriptionMoveSchema.parse(JSON.parse(row.subscriptions)),
      reason: row.reason,
    },
  }),
};

/** The terminations that some plans bring, in the plan's order. */
export async function selectTerminations(
  knex: Connection,
  planIds: readonly string[],
): Promise<{ planId: string; termination: Termination }[]> {
  return readBy(knex, TERMINATIONS, planIds);
}

/** The plans under way that end some offers. */
export function selectTerminationsUnderWay(
  knex: Connection,
  offerIds: readonly string[],
): Promise<PlanUnderWay[]> {
  return selectUnderWay(knex, 'plan_terminations', offerIds);
}

/** Lets the offers that a plan would have ended, or has ended, enter other plans. */
export async function endTerminations(tx: Connection, planId: string): Promise<void> {
  await tx<TerminationRow>('plan_terminations').where({ plan_id: planId }).update({ under_way: 0 });
}

/** Replaces the structure and view changes of a plan. */
export async function putChanges(
  tx: Connection,
  planId: string,
  changes: readonly PlanChange[],
): Promise<void> {
  await tx<ChangeRow>('plan_changes').where({ plan_id: planId }).delete();
  if (changes.length === 0) return;
  await tx<ChangeRow>('plan_changes').insert(
    changes.map(({ kind, target, body }, position) => ({
      plan_id: planId,
      position,
      kind,
      target,
      body: JSON.stringify(body),
    })),
  );
}

/** Changes of structure and views, by plan. */
export const CHANGES: Reading<ChangeRow, { planId: string; change: PlanChange }> = {
  name: 'plan changes',
  tables: ['plan_changes'],
  from: 'plan_changes',
  columns: ['plan_id', 'kind', 'target', 'body'],
  by: 'plan_id',
  order: 'plan_id, position',
  of: ({ plan_id, kind, target, body }) => ({
    planId: plan_id,
    change: planChangeSchema.parse({ kind, target, body: JSON.parse(body) }),
  }),
};

/** The structure and view changes that some plans bring, in the plan's order. */
export async function selectChanges(
  knex: Connection,
  planIds: readonly string[],
): Promise<{ planId: string; change: PlanChange }[]> {
  return readBy(knex, CHANGES, planIds);
}

/** Notes who implements what a plan brings: they cannot decide on it (rule 4). */
export async function addImplementers(
  tx: Connection,
  planId: string,
  people: readonly string[],
): Promise<void> {
  if (people.length === 0) return;
  await tx('plan_implementers')
    .insert(people.map(person => ({ plan_id: planId, person })))
    .onConflict(['plan_id', 'person'])
    .ignore();
}

/** Who implements, by plan. */
export const IMPLEMENTERS: Reading<
  { plan_id: string; person: string },
  { planId: string; person: string }
> = {
  name: 'implementers',
  tables: ['plan_implementers'],
  from: 'plan_implementers',
  columns: ['plan_id', 'person'],
  by: 'plan_id',
  order: 'plan_id, person',
  of: ({ plan_id, person }) => ({ planId: plan_id, person }),
};

/** Who implements some plans. */
export async function selectImplementers(
  knex: Connection,
  planIds: readonly string[],
): Promise<{ planId: string; person: string }[]> {
  return readBy(knex, IMPLEMENTERS, planIds);
}
