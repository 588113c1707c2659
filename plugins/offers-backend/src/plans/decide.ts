import {
  ApprovalProgress,
  Decide,
  Plan,
  planDecidePermission,
  PlanEvent,
  refuseDecision,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { redrawCards, tellRequester, tellThreads } from '../announcements/cards';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { demandOfPlanDropped } from '../demand/linking';
import { gateRefusal, titlesOf } from '../gateRefusal';
import { found, Refusal } from '../refusal';
import { decisionsOnPlan, progressOf, WeighedDecision } from './decisions';
import { gateOfPlan } from './gate';
import { endItems } from './items';
import { requirePlanReader } from './plans';
import { Stakeholder, stakeholders, tellStakeholders } from './stakeholders';
import { after } from './state';
import { insertDecision, lockPlan, StoredDecision, StoredPlan, updatePlan } from './store';
import { excludedFrom, planView } from './view';

const EVENTS: Readonly<Record<Exclude<ApprovalProgress['outcome'], 'open'>, PlanEvent>> = {
  approved: 'approve',
  rejected: 'reject',
  'changes-requested': 'request-changes',
};

/**
 * Takes one person's decision on one content of a plan (rules 3, 4 and 5). Decisions on a plan take
 * turns; the state, the log and every message that shows it change together.
 */
export async function decide(
  ctx: Context,
  actor: Actor,
  id: string,
  input: Decide,
  key: string,
): Promise<Plan> {
  await requirePlanReader(ctx, actor);
  await ctx.guard.require(actor.credentials, planDecidePermission);
  const people = input.verdict === 'approve' ? await stakeholders(ctx) : [];
  const at = nowOf(ctx);
  const request = { caller: actor.ref, key, operation: `decide:${id}`, input };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const plan = found(await lockPlan(tx, id));
      const before = await decisionsOnPlan(tx, id);
      const refusal = refuseDecision({
        policy: ctx.settings.approval,
        decider: { ref: actor.ref, principals: actor.principals },
        excluded: await excludedFrom(tx, plan),
        planOpen: plan.state === 'submitted',
        currentHash: plan.contentHash,
        decidedHash: input.contentHash,
        verdict: input.verdict,
        reason: input.reason,
        decisions: before,
      });
      if (refusal) throw new Refusal(refusal, refusalDetail(refusal, plan, before));
      if (input.verdict === 'approve') await refuseIncomplete(ctx, tx, plan);
      const decision: WeighedDecision = {
        decider: actor.ref,
        verdict: input.verdict,
        contentHash: plan.contentHash,
        ...(input.reason ? { reason: input.reason } : {}),
        surface: actor.surface,
        at,
        byAuthor: false,
      };
      const stored = await take(ctx, tx, plan, {
        decision,
        decisions: [...before, decision],
        people,
      });
      return planView(ctx, tx, actor, stored);
    }),
  );
}

/** Define ends with an approval: of what is complete at that instant. */
async function refuseIncomplete(
  ctx: Context,
  tx: Knex.Transaction,
  plan: StoredPlan,
): Promise<void> {
  const gate = await gateOfPlan(ctx, tx, plan);
  const refusal = gateRefusal([gate], missing => `Not complete: ${titlesOf(missing)}.`);
  if (refusal) throw refusal;
}

async function take(
  ctx: Context,
  tx: Knex.Transaction,
  plan: StoredPlan,
  {
    decision,
    decisions,
    people,
  }: {
    decision: WeighedDecision;
    decisions: readonly WeighedDecision[];
    people: readonly Stakeholder[];
  },
): Promise<StoredPlan> {
  await insertDecision(tx, plan.id, decision);
  const { outcome } = progressOf(ctx.settings.approval, plan, decisions);
  const decided =
    outcome === 'open'
      ? { ...plan, updatedAt: decision.at }
      : after(plan, EVENTS[outcome], decision.at);
  const told =
    decided.state === 'approved'
      ? await tellStakeholders(ctx, tx, decided, { people, at: decision.at })
      : decided;
  const stored = await updatePlan(tx, told);
  if (stored.state === 'rejected') {
    await endItems(tx, plan.id);
    const by = { ref: decision.decider, surface: decision.surface };
    await demandOfPlanDropped(tx, by, { planId: plan.id, at: decision.at });
  }
  await record(tx, {
    at: decision.at,
    actor: decision.decider,
    surface: decision.surface,
    action: `plan.${decision.verdict}`,
    subjectKind: 'plan',
    subjectId: plan.id,
    reason: decision.reason,
    change: { contentHash: decision.contentHash, state: stored.state, before: plan.state },
  });
  await redrawCards(ctx, tx, stored, decision.at);
  await tellThreads(ctx, tx, stored, decision);
  if (stored.state !== plan.state) await tellRequester(ctx, tx, stored, decision);
  return stored;
}

function refusalDetail(
  refusal: string,
  plan: StoredPlan,
  decisions: readonly StoredDecision[],
): { message?: string } {
  if (refusal !== 'not-open') return {};
  const last = decisions.at(-1);
  const by = last ? ` The last decision was taken by ${last.decider} at ${last.at}.` : '';
  return {
    message: `This plan is ${plan.state.replace('-', ' ')}, and not waiting for a decision.${by}`,
  };
}
