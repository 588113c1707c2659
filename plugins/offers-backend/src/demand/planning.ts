import { Demand, isFinalPlanState } from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { lockPlanLink } from '../plans/links';
import { requirePlanReader } from '../plans/readers';
import { Refusal } from '../refusal';
import { changeDemand } from './change';
import { managed, ReadDemand } from './manage';

/**
 * Says which plan under way fulfils a demand; a demand that has one moves to the other.
 * @throws Refusal `not-found`, `wrong-state`
 */
export async function planDemand(
  ctx: Context,
  actor: Actor,
  read: ReadDemand,
  planId: string,
): Promise<Demand> {
  await requirePlanReader(ctx, actor);
  return managed(
    ctx,
    actor,
    read,
    (tx, demand, at) =>
      changeDemand(ctx, tx, actor, demand, demand.state === 'planned' ? 'replan' : 'plan', {
        at,
        fields: { planId },
        told: { planId, ...(demand.planId ? { planBefore: demand.planId } : {}) },
      }),
    {
      lock: async tx => {
        const plan = await lockPlanLink(tx, planId);
        if (!plan) throw refusedPlan('not-found', 'Name a plan that exists');
        if (isFinalPlanState(plan.state)) {
          throw refusedPlan('wrong-state', `The plan is ${plan.state}; name one that is under way`);
        }
      },
    },
  );
}

function refusedPlan(code: 'not-found' | 'wrong-state', remedy: string): Refusal {
  return new Refusal(code, { message: `${remedy}.`, fields: [{ field: 'planId', remedy }] });
}
