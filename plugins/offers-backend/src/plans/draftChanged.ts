import { planTitleAfter } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { redrawCards, tellThreads } from '../announcements/cards';
import { Actor, Context } from '../context';
import { askingFor, sendAsked } from './asking';
import { standingOf } from './decisions';
import { gateOfPlan } from './gate';
import { addImplementers } from './itemStore';
import { itemsOf } from './items';
import { planBringing } from './links';
import { after } from './state';
import { lockPlan, StoredPlan, updatePlan } from './store';
import { hashOf, impactOf, PeopleCount } from './substance';

/** Counts the people of an audience for a plan that brings it; without one nobody asks. */
export type CountPeople = (tx: Knex.Transaction) => PeopleCount;

const INCOMPLETE = 'The change leaves the offer incomplete, so the plan is a draft again.';
const CANNOT_ASK = 'After this change nobody could be asked, so the plan is a draft again.';
const CHANGED = 'What is to be released was changed. Approvals that were given no longer count.';

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
  { offerId, at, people }: { offerId: string; at: string; people: CountPeople },
): Promise<void> {
  const planId = await planBringing(tx, offerId);
  const plan = planId && (await lockPlan(tx, planId));
  if (!plan) return;
  // Who edits what is being implemented implements it (rule 4).
  if (plan.state === 'implementing' || plan.state === 'ready') {
    await addImplementers(tx, plan.id, [actor.ref]);
  }
  await substanceChanged(ctx, tx, actor, { plan, at, people: people(tx) });
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
  const isSame = hashOf(ctx, plan, items) === plan.contentHash;
  // What is asked again gets a round of its own: who decided before decides anew, also on what was once before.
  const round = isAsked && !isSame ? plan.round + 1 : plan.round;
  const impact = await impactOf(tx, plan, items, people);
  const changed = {
    ...plan,
    title: planTitleAfter(plan, impact),
    round,
    contentHash: hashOf(ctx, { ...plan, round }, items),
    impact,
    updatedAt: at,
  };
  if (!isAsked) return updatePlan(tx, changed);
  const { approval } = await standingOf(ctx, tx, plan);
  const isApprovalKept = plan.state === 'submitted' || approval.outcome === 'approved';
  const complete = (await gateOfPlan(ctx, tx, changed)).met;
  if (isSame && isApprovalKept && complete) {
    const redrawn = await updatePlan(tx, changed);
    await redrawCards(ctx, tx, redrawn, at);
    return redrawn;
  }
  const before = plan.contentHash;
  if (!complete) return askAgain(ctx, tx, actor, { plan: changed, before, at, why: INCOMPLETE });
  const asking = await askingFor(ctx, tx, { plan: changed, items, at });
  if (!asking.ok) {
    const why = `${CANNOT_ASK} ${asking.refusal.message}`;
    return askAgain(ctx, tx, actor, { plan: changed, before, at, why });
  }
  return askAgain(ctx, tx, actor, {
    plan: { ...changed, asked: asking.asked },
    before,
    at,
    why: undefined,
  });
}

/**
 * Voids the approvals that were given, and asks again.
 *
 * @param why - why it cannot be asked again, which takes the plan back to draft
 */
async function askAgain(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  {
    plan,
    before,
    at,
    why,
  }: { plan: StoredPlan; before: string; at: string; why?: string | undefined },
): Promise<StoredPlan> {
  const event = why === undefined ? 'void-approvals' : 'withdraw';
  const { decisions } = await standingOf(ctx, tx, plan);
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
    ...(why === undefined ? {} : { reason: why }),
    change: {
      state: stored.state,
      voided: given.map(({ decider }) => decider),
      contentHash: plan.contentHash,
    },
  });
  await tellThreads(ctx, tx, stored, {
    decider: actor.ref,
    verdict: 'void-approvals',
    surface: actor.surface,
    at,
    reason: why ?? CHANGED,
  });
  if (event === 'void-approvals') await sendAsked(ctx, tx, stored, at);
  return stored;
}
