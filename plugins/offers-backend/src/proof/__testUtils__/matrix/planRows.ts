import { OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { uuidOf } from '../world';
import {
  everyPerson,
  glassBreakers,
  movePlanners,
  oneFor,
  planCommenters,
  planDeciders,
  planManagers,
  planReaders,
  planReleasers,
  staff,
} from './grids';
import { Row, Target } from './row';

const ofPlan = { ask: ({ planId }: Target) => ({ params: { id: planId } }) };
const UNSEEN = 'f'.repeat(64);

/** Who gets what of release plans. */
export const planRows = {
  listPlans: [
    { expect: oneFor('200', staff), ask: () => ({ query: { limit: '100' } }), lists: 'plans' },
  ],
  createPlan: [
    {
      label: 'with an offer that nobody has',
      expect: oneFor('404', ['carla']),
      ask: () => ({
        body: {
          scenario: 'new',
          offerIds: [uuidOf('missing')],
          release: { local: '2027-03-01T09:00', zone: 'UTC' },
        },
      }),
    },
    {
      label: 'that moves an offer, of a scenario that ends one',
      expect: movePlanners,
      ask: ({ id }) => ({
        body: {
          scenario: 'terminate',
          changes: [
            { kind: 'offer-move', target: id, body: { catalogue: 'default', category: 'storage' } },
          ],
          release: { local: '2027-03-01T09:00', zone: 'UTC' },
        },
      }),
    },
  ],
  planCalendar: [
    {
      expect: oneFor('200', staff),
      ask: () => ({ query: { from: '2026-11-01T00:00:00Z', until: '2027-11-01T00:00:00Z' } }),
      lists: 'plans',
    },
  ],
  implementPlan: [
    { expect: planManagers, ask: ({ planId }) => ({ params: { id: planId }, body: {} }) },
  ],
  readyPlan: [{ expect: planManagers, ...ofPlan }],
  tellStakeholders: [{ expect: planManagers, ...ofPlan }],
  getPlan: [{ expect: planReaders, ...ofPlan }],
  patchPlan: [
    {
      expect: planManagers,
      ask: ({ planId }) => ({ params: { id: planId }, body: { note: 'Other' } }),
    },
  ],
  submitPlan: [{ expect: planManagers, ...ofPlan }],
  decide: [
    {
      expect: planDeciders,
      ask: ({ planId }) => ({
        params: { id: planId },
        body: { verdict: 'approve', contentHash: UNSEEN },
      }),
    },
  ],
  breakGlass: [
    {
      expect: glassBreakers,
      ask: ({ planId }) => ({
        params: { id: planId },
        body: { contentHash: UNSEEN, reason: 'An emergency' },
      }),
    },
  ],
  previewRelease: [{ expect: planReaders, ...ofPlan }],
  releasePlan: [
    {
      expect: planReleasers,
      ask: ({ planId }) => ({ params: { id: planId }, body: { contentHash: UNSEEN } }),
    },
  ],
  listPlanComments: [{ expect: planReaders, ...ofPlan }],
  commentOnPlan: [
    {
      label: 'in answer to what nobody asked',
      expect: planCommenters,
      ask: ({ planId }) => ({
        params: { id: planId },
        body: { text: 'Yes', answers: uuidOf('missing') },
      }),
    },
  ],
  waitingPlans: [{ expect: oneFor('200', everyPerson), ask: () => ({ query: { limit: '1' } }) }],
  planOfMessage: [
    {
      label: 'of a message that there is none of',
      expect: oneFor('404', everyPerson, '404'),
      ask: () => ({ query: { channel: 'C0NOBODY0', ts: '1.1' } }),
    },
  ],
  cancelPlan: [
    {
      expect: planManagers,
      ask: ({ planId }) => ({ params: { id: planId }, body: { reason: 'No more' } }),
    },
  ],
} satisfies Partial<Record<OperationId, Row[]>>;
