import {
  currentStep,
  Decider,
  judgeDecision,
  planReadPermission,
  WaitingPlan,
  WaitingPlans,
} from '@offerdesk/backstage-plugin-offers-common';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { Actor, Context, nowOf } from '../context';
import { whomFor } from '../delegations/delegations';
import { Standing, standingsOf } from './decisions';
import { StoredPlan } from './store';
import { selectWaiting } from './waitingStore';

/**
 * What waits for a decision of the person, longest waiting first. Whether it does is judged by the rule of decisions
 * itself, so nothing is listed that they could not decide; plans that wait are few beside those that ever were.
 */
export async function waitingPlans(
  ctx: Context,
  actor: Actor,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<WaitingPlans> {
  const at = nowOf(ctx);
  const standsInFor = await whomFor(ctx, actor.ref, at);
  const plans = await selectWaiting(ctx.db.knex);
  const standings = await standingsOf(ctx, ctx.db.knex, plans);
  const theirs = plans.flatMap(plan => {
    const standing = standings.get(plan.id);
    const shown = standing && waitingFor(ctx, actor, plan, { standing, standsInFor, at });
    return shown ? [{ key: [plan.submittedAt ?? plan.createdAt, plan.id], shown }] : [];
  });
  if (theirs.length > 0) await ctx.guard.require(actor.credentials, planReadPermission);
  const after = cursor ? decodeCursor(cursor, 2).join(' ') : '';
  const inOrder = theirs
    .map(({ key, shown }) => ({ order: key.join(' '), key, shown }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .filter(({ order }) => order > after);
  const page = inOrder.slice(0, limit);
  const last = page.at(-1);
  const people = await ctx.directory.reach(page.map(({ shown }) => shown.requestedBy));
  return {
    items: page.map(({ shown }) => {
      const name = people.get(shown.requestedBy)?.person.name;
      return { ...shown, ...(name ? { requestedByName: name } : {}) };
    }),
    total: theirs.length,
    ...(last && inOrder.length > limit ? { nextCursor: encodeCursor(last.key) } : {}),
  };
}

function waitingFor(
  { settings }: Pick<Context, 'settings'>,
  actor: Actor,
  plan: StoredPlan,
  {
    standing,
    standsInFor,
    at,
  }: { standing: Standing; standsInFor: readonly Decider[]; at: string },
): WaitingPlan | undefined {
  const input = {
    ...standing,
    decider: actor,
    standsInFor,
    planOpen: plan.state === 'submitted',
    currentHash: plan.contentHash,
    decidedHash: plan.contentHash,
    verdict: 'approve' as const,
    reason: undefined,
    // What is decided in the portal waits for them too.
    surface: 'portal' as const,
    at,
  };
  const judged = judgeDecision(input);
  const step = currentStep(input);
  if (!judged.ok || !step) return undefined;
  const { given, required, expiresAt } = standing.approval;
  return {
    id: plan.id,
    title: plan.title,
    scenario: plan.scenario,
    contentHash: plan.contentHash,
    requestedBy: plan.submittedBy ?? plan.createdBy,
    releaseAt: plan.releaseAt,
    step: step.title,
    given,
    required,
    ...(step.openedAt ? { waitingSince: step.openedAt } : {}),
    ...(expiresAt ? { expiresAt } : {}),
    decideIn: step.decideIn,
    lowRisk: step.lowRisk,
    ...(judged.onBehalfOf ? { onBehalfOf: judged.onBehalfOf } : {}),
    url: `${settings.portalUrl}/offers/plans/${plan.id}`,
  };
}
