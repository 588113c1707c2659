import { planValueSchema, readValue } from '../../views/values';
import { askerOfAction } from '../askers';
import { decideOnPlan } from '../decide';
import { answer, handlePrivately } from '../privately';
import { BotServices } from '../services';
import { ButtonPress } from './types';

/** The card is of a release of the bot whose buttons are not ours. */
export const STALE_BUTTON = 'This message is out of date. Look at the plan in the portal.';

/** Approve was pressed and confirmed. */
export function approve(services: BotServices) {
  return async ({ ack, body, action, respond }: ButtonPress): Promise<void> => {
    await ack();
    const asker = askerOfAction(body);
    const plan = readValue(planValueSchema, action.value);
    const about = plan ? { plan: plan.p } : {};
    const request = { what: 'approve', asker, respond, inTurn: true, ...about } as const;
    await handlePrivately(services, request, async () => {
      if (!plan) return answer(respond, STALE_BUTTON);
      return answer(respond, await decideOnPlan(services, asker, { plan, verdict: 'approve' }));
    });
  };
}
