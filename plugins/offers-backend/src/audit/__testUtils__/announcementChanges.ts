import { TestPortal } from '../../__testUtils__/portal';
import { aDraft, aSubmittedPlan } from '../../__testUtils__/stories';
import { Change } from './change';

/** A card that could not be sent. */
export async function aFailedCard(portal: TestPortal): Promise<string> {
  const { id } = await aSubmittedPlan(portal, await aDraft(portal));
  const { deliveries } = await portal.bot('claimDeliveries', { body: { worker: 'w', limit: 50 } });
  const [card] = deliveries.filter(
    ({ body }) => body.kind === 'approval-card' && body.card.planId === id,
  );
  if (!card) throw new Error('No card was claimed');
  await portal.bot('settleDelivery', {
    params: { id: card.id },
    body: { token: card.token, outcome: { result: 'failed', error: 'is_archived: unarchive it' } },
  });
  return card.id;
}

/** What operations on deliveries and announcements leave in the log. */
export const announcementChanges = {
  retryDelivery: [
    {
      by: 'carla',
      prepare: async portal => {
        const id = await aFailedCard(portal);
        return call => call('retryDelivery', { params: { id }, body: {} });
      },
      leaves: ['delivery.retry'],
    },
  ],
} satisfies Record<string, readonly Change[]>;
