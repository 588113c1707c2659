import type { Plan } from '@offerdesk/backstage-plugin-offers-common';

/** How often a plan is read again while somebody may decide on it elsewhere, in milliseconds. */
const WHILE_DECIDING_MS = 3_000;

/** How often a plan is read again while messages of it are under way, in milliseconds. */
const WHILE_SENDING_MS = 10_000;

const DECIDING: readonly Plan['state'][] = ['submitted', 'approved', 'implementing', 'ready'];
const UNDER_WAY: readonly Plan['deliveries'][number]['state'][] = ['pending', 'claimed', 'unclear'];

/** How often the page of a plan looks again, in milliseconds; never when nothing can change by itself. */
export function refreshEvery(plan: Plan | undefined): number | false {
  if (!plan) return false;
  if (DECIDING.includes(plan.state)) return WHILE_DECIDING_MS;
  return plan.deliveries.some(({ state }) => UNDER_WAY.includes(state)) ? WHILE_SENDING_MS : false;
}
