import { nextPlanState, PlanEvent } from '@offerdesk/backstage-plugin-offers-common';
import { Refusal } from '../refusal';
import { StoredPlan } from './store';

/**
 * The plan after an event of its life.
 * @throws Refusal `wrong-state` when the table of transitions does not list it
 */
export function after(plan: StoredPlan, event: PlanEvent, at: string): StoredPlan {
  const state = nextPlanState(plan.state, event);
  if (!state) {
    throw new Refusal('wrong-state', {
      message: `The plan is ${plan.state.replace('-', ' ')}; that does not allow this.`,
    });
  }
  return { ...plan, state, updatedAt: at };
}
