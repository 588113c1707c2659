import { OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { uuidOf } from '../world';
import { demandNames, everyPerson, oneFor } from './grids';
import { Row } from './row';

const ofMissing = (body: object): Row => ({
  expect: oneFor('404', ['carla']),
  ask: () => ({ params: { id: uuidOf('missing') }, body }),
});

/** Who gets what of demand. */
export const demandRows = {
  listDemands: [{ expect: oneFor('200', everyPerson), ask: () => ({}) }],
  raiseDemand: [
    {
      label: 'as what nobody may raise it',
      expect: demandNames,
      ask: ({ id }) => ({
        body: { kind: 'change', source: 'product-release', title: 'Other', offerIds: [id] },
      }),
    },
  ],
  getDemand: [
    { expect: oneFor('404', everyPerson), ask: () => ({ params: { id: uuidOf('missing') } }) },
  ],
  triageDemand: [ofMissing({ priority: 'low' })],
  mergeDemand: [ofMissing({ into: uuidOf('other missing') })],
  declineDemand: [ofMissing({ reason: 'No' })],
  reopenDemand: [ofMissing({ reason: 'Yes' })],
  planDemand: [ofMissing({ planId: uuidOf('missing plan') })],
} satisfies Partial<Record<OperationId, Row[]>>;
