import { Button } from '@slack/types';
import { isClear, PersonOffers } from '../backend/offers';
import { actionIds } from '../views/actionIds';
import { button } from '../views/blocks';

/**
 * What leads on from a refusal about a plan: its page in the portal, as a button, whose address is the portal's own and nothing
 * that a person wrote. None for who may not read the plan, and where the portal does not answer.
 */
export async function planPage(
  error: unknown,
  planId: string | undefined,
  mine: PersonOffers,
): Promise<Button[]> {
  if (planId === undefined || !isClear(error) || error.status === 404) return [];
  const plan = await mine.call('getPlan', { params: { id: planId } }).catch(() => undefined);
  return plan
    ? [button({ action: actionIds.open, text: 'Open the plan in the portal', url: plan.url })]
    : [];
}
