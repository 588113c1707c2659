import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { redrawCards, tellThreads } from '../announcements/cards';
import { Actor, Context } from '../context';
import { decisionsOnPlan, progressOf } from './decisions';
import { gateOfPlan } from './gate';
import { addImplementers } from './itemStore';
import { itemsOf } from './items';
import { planBringing } from './links';
import { after } from './state';
import { lockPlan, StoredPlan, updatePlan } from './store';
import { hashOf, impactOf, PeopleCount } from './substance';

export type { PeopleCount };

/** Locks the plan under way of an offer, before anything else is locked: always in this order. */
export async function lockPlanOf(tx: Knex.Transaction, offerId: string): Promise<void> {
  const planId = await planBringing(tx, offerId);
  if (planId) await lockPlan(tx, planId);
}

/**
 * What an edit of a draft does to the plan under way that brings it (rule 3): a material edit voids the
 * approvals and asks again; one that leaves the draft incomplete takes the plan back; an editorial edit
 * only redraws what shows it.
 */
export async function draftChanged(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  { offerId, at, people }: { offerId: string; at: string; people: PeopleCount },
): Promise<void> {
  const planId = await planBringing(tx, offerId);
  const plan = planId && (await lockPlan(tx, planId));
  if (!plan) return;
  // Who edits what is being implemented implements it (rule 4).
  if (plan.state === 'implementing' || plan.state === 'ready') {
    await addImplementers(tx, plan.id, [actor.ref]);
  }
  await substanceChanged(ctx, tx, actor, { plan, at, people });
}

/** What a change of a plan's substance does to its state and its approvals. */
export async function substanceChanged(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  { plan, at, people }: { plan: StoredPlan; at: string; people: PeopleCount },
): Promise<StoredPlan> {
  const items = await itemsOf(tx, plan);
  const isAsked = !['draft', 'changes-requested'].includes(plan.state);
  const isSame = hashOf(plan, items) === plan.contentHash;
  // What is asked again gets a round of its own: who decided before decides anew, also on what was once before.
  const round = isAsked && !isSame ? plan.round + 1 : plan.round;
  const changed = {
    ...plan,
    round,
    contentHash: hashOf({ ...plan, round }, items),
    impact: await impactOf(tx, plan, items, people),
    updatedAt: at,
  };
  if (!isAsked) return updatePlan(tx, changed);
  const stillApproved =
    progressOf(ctx.settings.approval, plan, await decisionsOnPlan(tx, plan.id)).outcome ===
    'approved';
  const isApprovalKept = plan.state === 'submitted' || stillApproved;
  const complete = (await gateOfPlan(ctx, tx, changed)).met;
  if (isSame && isApprovalKept && complete) {
    const redrawn = await updatePlan(tx, changed);
    await redrawCards(ctx, tx, redrawn, at);
    return redrawn;
  }
  return askAgain(ctx, tx, actor, {
    plan: changed,
    before: plan.contentHash,
    event: complete ? 'void-approvals' : 'withdraw',
    at,
  });
}

async function askAgain(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  {
    plan,
    before,
    event,
    at,
  }: { plan: StoredPlan; before: string; event: 'void-approvals' | 'withdraw'; at: string },
): Promise<StoredPlan> {
  const decisions = await decisionsOnPlan(tx, plan.id);
  const given = decisions.filter(
    ({ contentHash, byAuthor }) =>
      contentHash === before && (byAuthor || contentHash !== plan.contentHash),
  );
  const stored = await updatePlan(tx, after(plan, event, at));
  await record(tx, {
    at,
    actor: actor.ref,
    surface: actor.surface,
    action: `plan.${event}`,
    subjectKind: 'plan',
    subjectId: plan.id,
    change: {
      state: stored.state,
      voided: given.map(({ decider }) => decider),
      contentHash: plan.contentHash,
    },
  });
  await redrawCards(ctx, tx, stored, at);
  await tellThreads(ctx, tx, stored, {
    decider: actor.ref,
    verdict: 'void-approvals',
    surface: actor.surface,
    at,
    reason:
      event === 'withdraw'
        ? 'The change leaves the offer incomplete, so the plan is a draft again.'
        : 'What is to be released was changed. Approvals that were given no longer count.',
  });
  return stored;
}
