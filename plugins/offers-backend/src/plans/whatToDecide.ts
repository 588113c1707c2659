import {
  currentStep,
  Decider,
  judgeBreakGlass,
  judgeDecision,
  Plan,
  problemTable,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { Standing } from './decisions';
import { StoredPlan } from './store';

/** Whether a person may decide on a plan now, where and for whom; or why not. */
export function whatToDecide(
  ctx: Pick<Context, 'settings'>,
  actor: Actor,
  plan: StoredPlan,
  {
    standing,
    standsInFor,
    at,
  }: { standing: Standing; standsInFor: readonly Decider[]; at: string },
): {
  mayDecide: boolean;
  mayBreakGlass: boolean;
  shown: Pick<Plan, 'decideIn' | 'decideRefusal' | 'onBehalfOf'>;
} {
  const input = {
    ...standing,
    decider: actor,
    standsInFor,
    planOpen: plan.state === 'submitted',
    currentHash: plan.contentHash,
    decidedHash: plan.contentHash,
    // The button is there for whoever opens the plan, wherever the decision itself is taken.
    surface: 'portal' as const,
    verdict: 'approve' as const,
    reason: undefined,
    at,
  };
  const judged = judgeDecision(input);
  const alone = judgeBreakGlass({
    ...input,
    breakers: ctx.settings.approval.breakGlass,
    reason: 'shown before it is given',
  });
  return {
    mayDecide: judged.ok,
    mayBreakGlass: alone === undefined,
    shown: {
      decideIn: currentStep(input)?.decideIn ?? 'anywhere',
      ...(judged.ok && judged.onBehalfOf ? { onBehalfOf: judged.onBehalfOf } : {}),
      ...(input.planOpen && !judged.ok ? { decideRefusal: problemTable[judged.refusal][1] } : {}),
    },
  };
}
