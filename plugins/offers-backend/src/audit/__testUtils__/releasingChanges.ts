import { randomUUID } from 'node:crypto';
import {
  aDraft,
  anApprovedEnd,
  anApprovedPlan,
  aPublishedOffer,
  aSubmittedChange,
  decideOn,
} from '../../__testUtils__/stories';
import { Change } from './change';

/** What the release of plans leaves in the log. */
export const releasingChanges = {
  releasePlan: [
    {
      by: 'carla',
      prepare: async portal => {
        const { id, contentHash } = await anApprovedPlan(portal, await aDraft(portal));
        return call => call('releasePlan', { params: { id }, body: { contentHash } });
      },
      leaves: ['offer.publish', 'plan.implement', 'plan.make-ready', 'plan.release'],
    },
    {
      label: 'that ends an offer',
      by: 'carla',
      prepare: async portal => {
        const { id, contentHash } = await anApprovedEnd(portal, await aPublishedOffer(portal));
        return call => call('releasePlan', { params: { id }, body: { contentHash } });
      },
      leaves: ['offer.terminate', 'plan.implement', 'plan.make-ready', 'plan.release'],
      reason: 'Too old',
    },
    {
      label: 'that changes the structure',
      by: 'carla',
      prepare: async portal => {
        const target = `category-${randomUUID()}`;
        const { id, contentHash } = await aSubmittedChange(portal, [
          { kind: 'category-create', target, body: { title: 'New' } },
        ]);
        await decideOn(portal, 'mia', { id, contentHash });
        return call => call('releasePlan', { params: { id }, body: { contentHash } });
      },
      leaves: ['structure.category-create', 'plan.implement', 'plan.make-ready', 'plan.release'],
    },
  ],
} satisfies Record<string, Change[]>;
