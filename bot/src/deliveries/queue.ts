import { OffersClient } from '@offerdesk/backstage-plugin-offers-common';
import { DeliveryQueue } from './worker';

const TIMEOUT_MS = 10_000;

/**
 * The portal's queue of deliveries, with the bot's own token.
 *
 * @param worker - who claims, for the record
 */
export function portalQueue(client: OffersClient, token: string, worker: string): DeliveryQueue {
  const options = () => ({ token, signal: AbortSignal.timeout(TIMEOUT_MS) });
  return {
    async claim(leaseSeconds, limit) {
      const body = { worker, leaseSeconds, limit };
      const { deliveries } = await client.call('claimDeliveries', { body }, options());
      return deliveries;
    },
    async settle({ id, token: fencingToken }, outcome) {
      const body = { token: fencingToken, outcome };
      await client.call('settleDelivery', { params: { id }, body }, options());
    },
  };
}
