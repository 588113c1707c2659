import { TestPortal } from '../../__testUtils__/portal';
import { aDraft, aPublishedOffer, aSubmittedPlan } from '../../__testUtils__/stories';
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

const REASON = 'The price is 120 EUR, not 210';

/** An offer that can be ordered now. */
function anOfferNow(portal: TestPortal): ReturnType<typeof aPublishedOffer> {
  const now = portal.clock.now().toISOString().slice(0, 16);
  return aPublishedOffer(portal, {}, { local: now });
}

/** An announcement by hand of an offer that can be ordered now. */
export async function anAnnouncement(portal: TestPortal): Promise<string> {
  const offer = await anOfferNow(portal);
  const { id } = await portal.as('carla')('announceOffer', {
    params: { id: offer.id },
    body: { text: 'Now with backups', channels: ['C0OFFERS0'] },
  });
  return id;
}

/** Sends everything that is due. */
async function sendAll(portal: TestPortal): Promise<void> {
  const claim = async () =>
    (await portal.bot('claimDeliveries', { body: { worker: 'w', limit: 50 } })).deliveries;
  for (let all = await claim(); all.length > 0; all = await claim()) {
    for (const { id, token } of all) {
      const outcome = { result: 'sent', channel: 'C0OFFERS0', ts: '1.1' } as const;
      await portal.bot('settleDelivery', { params: { id }, body: { token, outcome } });
    }
  }
}

/** What operations on deliveries and announcements leave in the log. */
export const announcementChanges = {
  patchAnnouncementPreferences: [
    {
      by: 'ada',
      prepare: async () => call =>
        call('patchAnnouncementPreferences', { body: { kinds: { available: 'daily' } } }),
      leaves: ['announcement.prefer'],
    },
  ],
  watchOffer: [
    {
      by: 'ada',
      prepare: async portal => {
        const { id } = await anOfferNow(portal);
        return call => call('watchOffer', { params: { id }, body: { watched: true } });
      },
      leaves: ['announcement.watch'],
    },
    {
      label: 'no more',
      by: 'ada',
      prepare: async portal => {
        const { id } = await anOfferNow(portal);
        await portal.as('ada')('watchOffer', { params: { id }, body: { watched: true } });
        return call => call('watchOffer', { params: { id }, body: { watched: false } });
      },
      leaves: ['announcement.unwatch'],
    },
  ],
  announceOffer: [
    {
      by: 'carla',
      prepare: async portal => {
        const { id } = await anOfferNow(portal);
        const body = { text: 'Now with backups', channels: ['C0OFFERS0'] };
        return call => call('announceOffer', { params: { id }, body });
      },
      leaves: ['announcement.announce'],
    },
  ],
  correctAnnouncement: [
    {
      by: 'carla',
      prepare: async portal => {
        const id = await anAnnouncement(portal);
        await sendAll(portal);
        return call => call('correctAnnouncement', { params: { id }, body: { note: REASON } });
      },
      leaves: ['announcement.correct'],
      reason: REASON,
    },
  ],
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
