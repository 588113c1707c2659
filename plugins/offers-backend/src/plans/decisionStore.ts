import { Decision, surfaceSchema, verdictSchema } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { insertRows } from '../database/insertRows';
import { readBy, Reading, writeThrough } from '../database/Reading';

/** A decision as it is stored. */
export type StoredDecision = Omit<Decision, 'voided'>;

interface DecisionRow {
  plan_id: string;
  content_hash: string;
  decider: string;
  on_behalf_of: string | null;
  step: string;
  verdict: string;
  reason: string | null;
  surface: string;
  at: string;
}

/** Decisions by plan, in the order in which they were taken. */
export const DECISIONS: Reading<DecisionRow, StoredDecision & { planId: string }> = {
  name: 'decisions',
  tables: ['plan_decisions'],
  from: 'plan_decisions',
  columns: [
    'plan_id',
    'content_hash',
    'decider',
    'on_behalf_of',
    'step',
    'verdict',
    'reason',
    'surface',
    'at',
  ],
  by: 'plan_id',
  order: 'at, decider',
  of: row => ({
    planId: row.plan_id,
    contentHash: row.content_hash,
    decider: row.decider,
    ...(row.on_behalf_of ? { onBehalfOf: row.on_behalf_of } : {}),
    step: row.step,
    verdict: verdictSchema.parse(row.verdict),
    ...(row.reason ? { reason: row.reason } : {}),
    surface: surfaceSchema.parse(row.surface),
    at: row.at,
  }),
};

/** Adds a decision; the key (plan, content, person) makes one of many clicks (rules 4 and 5). */
export async function insertDecision(
  tx: Connection,
  planId: string,
  decision: StoredDecision,
): Promise<void> {
  const row = toRow(planId, decision);
  await writeThrough(tx, DECISIONS, [planId], {
    write: () => insertRows(tx, 'plan_decisions', [row]),
    after: before => [...before, DECISIONS.of(row)].sort(inOrder),
  });
}

/** As the database orders them: by instant, then by who decided, letter by letter. */
function inOrder(a: StoredDecision, b: StoredDecision): number {
  const [one, other] = [`${a.at} ${a.decider}`, `${b.at} ${b.decider}`];
  return one < other ? -1 : Number(one > other);
}

function toRow(planId: string, decision: StoredDecision): DecisionRow {
  return {
    plan_id: planId,
    content_hash: decision.contentHash,
    decider: decision.decider,
    on_behalf_of: decision.onBehalfOf ?? null,
    step: decision.step,
    verdict: decision.verdict,
    reason: decision.reason ?? null,
    surface: decision.surface,
    at: decision.at,
  };
}

/** The decisions on some plans, in the order in which they were taken. */
export async function selectDecisions(
  knex: Connection,
  planIds: readonly string[],
): Promise<(StoredDecision & { planId: string })[]> {
  return readBy(knex, DECISIONS, planIds);
}

/** Stores whom a plan asks, in place of whom it asked before. */
export async function replaceApprovers(
  tx: Connection,
  planId: string,
  principals: readonly string[],
): Promise<void> {
  await tx('plan_approvers').where({ plan_id: planId }).delete();
  if (principals.length === 0) return;
  await tx('plan_approvers').insert(principals.map(principal => ({ plan_id: planId, principal })));
}

/** Whether one of the principals is asked about the plan; without a plan, about any. */
export async function isAsked(
  knex: Connection,
  principals: readonly string[],
  planId?: string,
): Promise<boolean> {
  const row = await knex('plan_approvers')
    .whereIn('principal', principals)
    .modify(search => planId !== undefined && search.where({ plan_id: planId }))
    .first('plan_id');
  return row !== undefined;
}
