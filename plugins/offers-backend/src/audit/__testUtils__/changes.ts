import { OperationId, Operations } from '@offerdesk/backstage-plugin-offers-common';
import { OfferSource } from '@offerdesk/backstage-plugin-offers-node';
import { randomUUID } from 'node:crypto';
import { TestPortal } from '../../__testUtils__/portal';
import {
  aDraft,
  aNextVersion,
  anApprovedPlan,
  aPublishedOffer,
  aSubmittedPlan,
  cheaper,
  completeContent,
  RELEASE,
} from '../../__testUtils__/stories';
import { announcementChanges } from './announcementChanges';
import { Change } from './change';
import { commentChanges } from './commentChanges';
import { delegationChanges } from './delegationChanges';
import { demandChanges } from './demandChanges';
import { publishingChanges } from './publishingChanges';
import { releasingChanges } from './releasingChanges';
import { keptChanges } from './keptChanges';
import { slackChanges } from './slackChanges';

export type { Change };

/** The operations that change something: all that are no `get`. */
export type ChangingId = {
  [Id in OperationId]: Operations[Id]['method'] extends 'get' ? never : Id;
}[OperationId];

const REASON = 'The price is not agreed';

const aWaiver = {
  criterion: 'training',
  reason: REASON,
  until: '2027-01-01T00:00:00Z',
} as const;

/** A source of one row, for the import. */
export const source: OfferSource = {
  id: 'one-row',
  title: 'One row',
  kind: 'Test',
  read: async () => [
    {
      key: 'row',
      title: 'Row',
      result: {
        ok: true,
        name: 'row',
        interaction: 'provision',
        content: { information: { title: 'Row', summary: 'One row' } },
      },
    },
  ],
};

const decision = (verdict: 'approve' | 'reject' | 'request-changes'): Change => ({
  label: verdict,
  by: 'mia',
  prepare: async portal => {
    const { id, contentHash } = await aSubmittedPlan(portal, await aDraft(portal));
    return call =>
      call('decide', { params: { id }, body: { verdict, contentHash, reason: REASON } });
  },
  leaves: [`plan.${verdict}`],
  reason: REASON,
});

const report = (by: string, actor?: string): Change => ({
  label: `by ${by}`,
  by,
  prepare: async portal => {
    const product = `component:default/product-${randomUUID()}`;
    // The pipeline reports a product that an offer carries, which raises demand.
    if (actor) await aDraft(portal, { product: { entities: [{ ref: product, role: 'product' }] } });
    return call =>
      call('reportProductRelease', { body: { product, version: '1.0.0', status: 'released' } });
  },
  leaves: ['product-release.released', ...(actor ? ['demand.raise'] : [])],
  ...(actor ? { actor, surface: 'api' } : {}),
});

/**
 * What each changing operation leaves in the log. **A new operation needs a row here**: without it this
 * does not compile, and the test says so. Add the operation's id with
 *
 * - a list of `Change`s: at least one for each kind of entry that it can leave; `prepare` tells a story of
 *   `__testUtils__/stories.ts` and gives the call, which the test makes as `by` on the surface `slack`;
 * - or, for one that changes nothing a person could see, a sentence that says why it leaves no entry.
 *
 * A use case that is not there yet cannot be entered: an operation comes with its row.
 */
export const changes: Readonly<Record<ChangingId, readonly Change[] | string>> = {
  ...publishingChanges,
  ...announcementChanges,
  offersByEntity: 'It reads: the references are too many for an address.',
  createOffer: [
    {
      by: 'carla',
      prepare: async () => call =>
        call('createOffer', {
          body: {
            name: `offer-${randomUUID()}`,
            interaction: 'provision',
            content: completeContent(),
          },
        }),
      leaves: ['offer.create'],
    },
  ],
  putDraft: [
    {
      by: 'carla',
      prepare: async portal => {
        const { id, owner, revision } = await aDraft(portal);
        const body = { owner, content: completeContent(cheaper) };
        return call => call('putDraft', { params: { id }, revision, body });
      },
      leaves: ['offer.edit'],
    },
    {
      label: 'of an approved plan',
      by: 'carla',
      prepare: async portal => {
        const { id, owner, revision } = await aDraft(portal);
        await anApprovedPlan(portal, await portal.as('carla')('getOffer', { params: { id } }));
        const body = { owner, content: completeContent(cheaper) };
        return call => call('putDraft', { params: { id }, revision, body });
      },
      leaves: ['offer.edit', 'plan.void-approvals'],
    },
  ],
  startNextVersion: [
    {
      by: 'carla',
      prepare: async portal => {
        const { id } = await aPublishedOffer(portal);
        return call => call('startNextVersion', { params: { id }, body: {} });
      },
      leaves: ['offer.next-version'],
    },
  ],
  discardDraft: [
    {
      by: 'carla',
      prepare: async portal => {
        const { id, revision } = await aNextVersion(portal, await aPublishedOffer(portal));
        return call => call('discardDraft', { params: { id }, revision });
      },
      leaves: ['offer.discard-draft'],
    },
  ],
  grantWaiver: [
    {
      by: 'ravi',
      prepare: async portal => {
        const { id } = await aDraft(portal);
        return call => call('grantWaiver', { params: { id }, body: aWaiver });
      },
      leaves: ['waiver.grant'],
      reason: REASON,
    },
  ],
  revokeWaiver: [
    {
      by: 'ravi',
      prepare: async portal => {
        const { id } = await aDraft(portal);
        const { waivers } = await portal.as('ravi')('grantWaiver', {
          params: { id },
          body: aWaiver,
        });
        const params = { id, waiver: waivers[0]?.id ?? '' };
        return call => call('revokeWaiver', { params, body: { reason: REASON } });
      },
      leaves: ['waiver.revoke'],
      reason: REASON,
    },
  ],
  implementPlan: [
    {
      by: 'carla',
      prepare: async portal => {
        const { id, revision } = await anApprovedPlan(portal, await aDraft(portal));
        return call => call('implementPlan', { params: { id }, revision, body: {} });
      },
      leaves: ['plan.implement'],
    },
  ],
  readyPlan: [
    {
      by: 'carla',
      prepare: async portal => {
        const approved = await anApprovedPlan(portal, await aDraft(portal));
        const { id, revision } = await portal.as('carla')('implementPlan', {
          params: { id: approved.id },
          revision: approved.revision,
          body: {},
        });
        return call => call('readyPlan', { params: { id }, revision });
      },
      leaves: ['plan.make-ready'],
    },
  ],
  tellStakeholders: [
    {
      by: 'carla',
      prepare: async portal => {
        const { id, revision } = await anApprovedPlan(portal, await aDraft(portal));
        return call => call('tellStakeholders', { params: { id }, revision });
      },
      leaves: ['plan.tell'],
    },
  ],
  createPlan: [
    {
      by: 'carla',
      prepare: async portal => {
        const { id } = await aDraft(portal);
        const release = { local: RELEASE, zone: 'UTC' };
        return call => call('createPlan', { body: { scenario: 'new', offerIds: [id], release } });
      },
      leaves: ['plan.create'],
    },
  ],
  patchPlan: [
    {
      by: 'carla',
      prepare: async portal => {
        const plan = await aPlan(portal);
        return call => call('patchPlan', { ...plan, body: { title: 'Another title' } });
      },
      leaves: ['plan.edit'],
    },
  ],
  submitPlan: [
    {
      by: 'carla',
      prepare: async portal => {
        const plan = await aPlan(portal);
        return call => call('submitPlan', plan);
      },
      leaves: ['plan.submit'],
    },
  ],
  decide: [decision('approve'), decision('reject'), decision('request-changes')],
  breakGlass: [
    {
      by: 'nils',
      prepare: async portal => {
        const { id, contentHash } = await aSubmittedPlan(portal, await aDraft(portal));
        return call =>
          call('breakGlass', { params: { id }, body: { contentHash, reason: REASON } });
      },
      leaves: ['plan.break-glass'],
      reason: REASON,
    },
  ],
  ...commentChanges,
  ...delegationChanges,
  ...releasingChanges,
  cancelPlan: [
    {
      by: 'carla',
      prepare: async portal => {
        const plan = await aPlan(portal);
        return call => call('cancelPlan', { ...plan, body: { reason: REASON } });
      },
      leaves: ['plan.cancel'],
      reason: REASON,
    },
  ],
  ...keptChanges,
  quoteOffer: 'It tells a price; nothing is stored.',
  previewRecalculation: 'It tells what would change; nothing is stored.',
  planRecalculation: [
    {
      by: 'carla',
      prepare: async portal => {
        const { id } = await aPublishedOffer(portal);
        const body = {
          selection: { offerIds: [id] },
          recalculation: { percent: '5' },
          release: { local: '2026-12-11T09:00', zone: 'UTC' },
        };
        return call => call('planRecalculation', { body });
      },
      leaves: ['offer.next-version', 'plan.create'],
    },
  ],
  importSource: [
    {
      by: 'carla',
      prepare: async () => call => call('importSource', { params: { id: source.id } }),
      leaves: ['offer.import', 'source.import'],
    },
  ],
  reportProductRelease: [report('mia'), report('pipeline', 'service:external:pipeline')],
  ...demandChanges,
  ...slackChanges,
  claimDeliveries:
    'A lease of half a minute; what is sent, and that it failed, is told by its settling.',
  settleDelivery: [
    {
      by: 'bot',
      prepare: async portal => {
        await aSubmittedPlan(portal, await aDraft(portal));
        const { deliveries } = await portal.bot('claimDeliveries', {
          body: { worker: 'w', limit: 1 },
        });
        const [{ id, token } = { id: '', token: '' }] = deliveries;
        const outcome = { result: 'failed' as const, error: 'channel_not_found' };
        return call => call('settleDelivery', { params: { id }, body: { token, outcome } });
      },
      leaves: ['delivery.failed'],
      actor: 'system:deliveries',
      surface: 'system',
    },
  ],
};

/** A plan of Carla's that was not submitted. */
async function aPlan(portal: TestPortal) {
  const { id: offerId } = await aDraft(portal);
  const { id, revision } = await portal.as('carla')('createPlan', {
    body: { scenario: 'new', offerIds: [offerId], release: { local: RELEASE, zone: 'UTC' } },
  });
  return { params: { id }, revision };
}
