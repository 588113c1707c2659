import {
  Decide,
  Gate,
  judgeDecision,
  Plan,
  PlanApproval,
  planDecidePermission,
  PlanEvent,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { askStep } from '../announcements/asking';
import { tellOutcome, tellThreads } from '../announcements/cards';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { standingInNow, whomFor } from '../delegations/delegations';
import { demandOfPlanDropped } from '../demand/linking';
import { gateRefusal, titlesOf } from '../gateRefusal';
import { found, Refusal } from '../refusal';
import { turned } from './asking';
import { Standing, standing, standingOf } from './decisions';
import { insertDecision, StoredDecision } from './decisionStore';
import { gateOfPlan } from './gate';
import { endItems } from './items';
import { requireReaderOf } from './readers';
import { Stakeholder, stakeholders, tellStakeholders } from './stakeholders';
import { after } from './state';
import { StoredPlan, updatePlan } from './store';
import { turnOf, turnWords } from './turn';
import { planView } from './view';
import { lockWholePlan } from './wholePlanStore';

const EVENTS: Readonly<Record<Exclude<PlanApproval['outcome'], 'open'>, PlanEvent>> = {
  approved: 'approve',
  rejected: 'reject',
  'changes-requested': 'request-changes',
};

/**
 * Takes one person's decision on one content of a plan (rules 3, 4 and 5). Decisions on a plan take
 * turns; the state, the log and every message that shows it change together. Who approves was settled when
 * the plan was asked for, so nobody is asked anything here.
 */
export async function decide(
  ctx: Context,
  actor: Actor,
  id: string,
  input: Decide,
  key: string,
): Promise<Plan> {
  const at = nowOf(ctx);
  const standsInFor = await whomFor(ctx, actor.ref, at);
  await requireReaderOf(ctx, actor, id, standsInFor);
  await ctx.guard.require(actor.credentials, planDecidePermission);
  const people = input.verdict === 'approve' ? await stakeholders(ctx) : [];
  const request = { caller: actor.ref, key, operation: `decide:${id}`, input };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const plan = found(await lockWholePlan(tx, id));
      const before = await standingOf(ctx, tx, plan);
      const judged = judgeDecision({
        ...before,
        ...input,
        decider: actor,
        standsInFor: await standingInNow(tx, actor.ref, standsInFor, at),
        planOpen: plan.state === 'submitted',
        currentHash: plan.contentHash,
        decidedHash: input.contentHash,
        reason: input.reason,
        surface: actor.surface,
        at,
      });
      if (!judged.ok) {
        throw new Refusal(judged.refusal, await refusalDetail(tx, judged.refusal, plan));
      }
      const gate = input.verdict === 'approve' ? await refuseIncomplete(ctx, tx, plan) : undefined;
      const decision: StoredDecision = {
        decider: actor.ref,
        ...(judged.onBehalfOf ? { onBehalfOf: judged.onBehalfOf } : {}),
        step: judged.step,
        verdict: input.verdict,
        contentHash: plan.contentHash,
        ...(input.reason ? { reason: input.reason } : {}),
        surface: actor.surface,
        at,
      };
      const stored = await take(ctx, tx, plan, { before, decision, people });
      return planView(ctx, tx, actor, stored, standsInFor, gate);
    }),
  );
}

/**
 * Define ends with an approval: of what is complete at that instant.
 * @returns the gate; an approval changes nothing that it looks at
 */
export async function refuseIncomplete(
  ctx: Context,
  tx: Knex.Transaction,
  plan: StoredPlan,
): Promise<Gate> {
  const gate = await gateOfPlan(ctx, tx, plan);
  const refusal = gateRefusal([gate], missing => `Not complete: ${titlesOf(missing)}.`);
  if (refusal) throw refusal;
  return gate;
}

async function take(
  ctx: Context,
  tx: Knex.Transaction,
  plan: StoredPlan,
  {
    before,
    decision,
    people,
  }: { before: Standing; decision: StoredDecision; people: readonly Stakeholder[] },
): Promise<StoredPlan> {
  const { at } = decision;
  await insertDecision(tx, plan.id, decision);
  const now = standing(ctx, plan, [...before.decisions, decision], before.excluded);
  const { outcome } = now.approval;
  const next = turned(plan, now, at);
  const decided =
    outcome === 'open' ? { ...next.plan, updatedAt: at } : after(plan, EVENTS[outcome], at);
  const told =
    decided.state === 'approved'
      ? await tellStakeholders(ctx, tx, decided, { people, at })
      : decided;
  const stored = await updatePlan(tx, told);
  if (stored.state === 'rejected') await dropped(ctx, tx, plan, decision);
  await recordDecision(tx, plan, stored, decision);
  const tell = stored.state === plan.state ? tellThreads : tellOutcome;
  await tell(ctx, tx, stored, decision);
  if (outcome === 'open' && next.opened) {
    const { excluded, asked } = now;
    const expiresAt = asked.expiresAt;
    await askStep(ctx, tx, stored, { step: next.opened, excluded, expiresAt, at });
  }
  return stored;
}

/** What a rejected plan brought is free again, and so is the demand that it was to fulfil. */
async function dropped(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  { id }: StoredPlan,
  { decider, surface, at }: StoredDecision,
): Promise<void> {
  await endItems(tx, id);
  await demandOfPlanDropped(ctx, tx, { ref: decider, surface }, { planId: id, at });
}

async function recordDecision(
  tx: Knex.Transaction,
  plan: StoredPlan,
  stored: StoredPlan,
  { decider, onBehalfOf, step, verdict, contentHash, reason, surface, at }: StoredDecision,
): Promise<void> {
  await record(tx, {
    at,
    actor: decider,
    surface,
    action: `plan.${verdict}`,
    subjectKind: 'plan',
    subjectId: plan.id,
    reason,
    change: {
      contentHash,
      step,
      ...(onBehalfOf ? { onBehalfOf } : {}),
      state: stored.state,
      before: plan.state,
    },
  });
}

/** Who took the plan away from under a decision, and when: a click may come long after what it was on. */
async function refusalDetail(
  tx: Knex.Transaction,
  refusal: string,
  plan: StoredPlan,
): Promise<{ message?: string }> {
  if (refusal !== 'not-open' && refusal !== 'content-changed') return {};
  const turn = await turnOf(tx, plan);
  if (!turn) return {};
  const message =
    refusal === 'not-open'
      ? `This plan does not wait for a decision any more: ${turnWords(turn)}.`
      : `The plan is another one than you saw: ${turnWords(turn)}. Look at it again.`;
  return { message };
}
