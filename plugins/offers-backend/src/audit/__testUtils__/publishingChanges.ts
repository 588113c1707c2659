import { TestPortal } from '../../__testUtils__/portal';
import { aPublishedOffer, cheaper, completeContent } from '../../__testUtils__/stories';
import { Change } from './change';

const REASON = 'Orders fail since the last deployment';

/** An offer that can be ordered now. */
async function offered(portal: TestPortal, changes = {}): Promise<string> {
  const now = portal.clock.now().toISOString().slice(0, 16);
  const { id } = await aPublishedOffer(portal, changes, { local: now });
  return id;
}

const suspension = async (portal: TestPortal) => {
  const id = await offered(portal);
  const body = { reason: REASON };
  const { suspensions } = await portal.as('carla')('suspendOffer', { params: { id }, body });
  return { id, suspension: suspensions[0]?.id ?? '' };
};

const suspend = (kind: 'suspend' | 'emergency', action: string): Change => ({
  label: kind,
  by: 'nils',
  prepare: async portal => {
    const id = await offered(portal);
    return call => call('suspendOffer', { params: { id }, body: { kind, reason: REASON } });
  },
  leaves: [action],
  reason: REASON,
});

/** What acts on the public life of offers leave in the log. */
export const publishingChanges = {
  suspendOffer: [suspend('suspend', 'offer.suspend'), suspend('emergency', 'offer.emergency-stop')],
  resumeOffer: [
    {
      by: 'nils',
      prepare: async portal => {
        const { id } = await suspension(portal);
        return call => call('resumeOffer', { params: { id }, body: { reason: REASON } });
      },
      leaves: ['offer.resume'],
      reason: REASON,
    },
  ],
  reviewSuspension: [
    {
      by: 'mia',
      prepare: async portal => {
        const params = await suspension(portal);
        return call => call('reviewSuspension', { params, body: { review: 'It was right' } });
      },
      leaves: ['offer.review-suspension'],
    },
  ],
  actOnRing: [
    {
      by: 'mia',
      prepare: async portal => {
        const rings = [{ name: 'First', groups: ['group:default/payments-team'] }];
        const id = await offered(portal, { access: { ...completeContent().access, rings } });
        return call =>
          call('actOnRing', {
            params: { id, number: 1 },
            body: { act: 'promote', reason: REASON },
          });
      },
      leaves: ['offer.ring-promote'],
      reason: REASON,
    },
  ],
  rollBackOffer: [
    {
      by: 'mia',
      prepare: async portal => {
        const id = await offered(portal, cheaper);
        const [first] = await portal.ctx.db.knex('offer_versions').where({ offer_id: id });
        // A second version that took over: there is something to go back from.
        const content = first.content.replace('"amount":"90"', '"amount":"95"');
        await portal.ctx.db.knex('offer_versions').insert({ ...first, content, number: 2 });
        return call =>
          call('rollBackOffer', { params: { id }, body: { version: 1, reason: REASON } });
      },
      leaves: ['offer.roll-back'],
      reason: REASON,
    },
  ],
} satisfies Record<string, readonly Change[]>;
