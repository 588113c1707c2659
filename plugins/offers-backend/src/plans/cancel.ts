import { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { tellThreads } from '../announcements/cards';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { demandOfPlanDropped } from '../demand/linking';
import { endItems } from './items';
import { planAt, requirePlanManager } from './plans';
import { after } from './state';
import { updatePlan } from './store';
import { planView } from './view';

/**
 * Cancels a plan that has not been released; its offers stay as drafts.
 * @throws Refusal `conflict`, `wrong-state`
 */
export async function cancelPlan(
  ctx: Context,
  actor: Actor,
  id: string,
  revision: number,
  reason: string,
): Promise<Plan> {
  await requirePlanManager(ctx, actor);
  const at = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const plan = await planAt(tx, id, revision);
    const stored = await updatePlan(tx, after(plan, 'cancel', at));
    await endItems(tx, id);
    await demandOfPlanDropped(ctx, tx, actor, { planId: id, at });
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: 'plan.cancel',
      subjectKind: 'plan',
      subjectId: id,
      reason,
      change: { state: stored.state, before: plan.state },
    });
    await tellThreads(ctx, tx, stored, {
      decider: actor.ref,
      verdict: 'cancel',
      reason,
      surface: actor.surface,
      at,
    });
    return planView(ctx, tx, actor, stored);
  });
}
