import { OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { uuidOf } from '../world';
import { everyPerson, oneFor } from './grids';
import { Row } from './row';

/** Who gets what of deliveries, sources, the log and the rest. */
export const otherRows = {
  claimDeliveries: [
    { expect: oneFor('200', ['bot']), ask: () => ({ body: { worker: 'proof', limit: 1 } }) },
  ],
  settleDelivery: [
    {
      expect: oneFor('404', ['bot']),
      ask: () => ({
        params: { id: uuidOf('missing') },
        body: { token: uuidOf('token'), outcome: { result: 'failed', error: 'None' } },
      }),
    },
  ],
  listFailedDeliveries: [{ expect: oneFor('200', ['carla']), ask: () => ({}) }],
  retryDelivery: [
    {
      expect: oneFor('404', ['carla']),
      ask: () => ({ params: { id: uuidOf('missing') }, body: {} }),
    },
  ],
  listDelegations: [{ expect: oneFor('200', everyPerson), ask: () => ({}) }],
  createDelegation: [
    {
      expect: oneFor('400', ['mia']),
      ask: () => ({
        body: {
          delegate: 'user:default/nobody-of-the-catalogue',
          from: '2027-01-01T00:00:00.000Z',
          until: '2027-01-02T00:00:00.000Z',
          reason: 'A holiday',
        },
      }),
    },
  ],
  revokeDelegation: [
    {
      expect: oneFor('404', everyPerson),
      ask: () => ({ params: { id: uuidOf('missing') } }),
    },
  ],
  listSources: [{ expect: oneFor('200', ['carla']), ask: () => ({}) }],
  importSource: [{ expect: oneFor('404', ['carla']), ask: () => ({ params: { id: 'none' } }) }],
  latestImport: [{ expect: oneFor('404', ['carla']), ask: () => ({ params: { id: 'none' } }) }],
  me: [{ expect: oneFor('200', everyPerson), ask: () => ({}) }],
  audit: [
    {
      expect: oneFor('200', ['carla', 'mia']),
      ask: () => ({ query: { limit: '100' } }),
      lists: 'log',
    },
  ],
  checkAudit: [{ expect: oneFor('200', ['carla', 'mia']), ask: () => ({}) }],
  exportAudit: [{ expect: oneFor('200', ['carla', 'mia']), ask: () => ({}), lists: 'log' }],
} satisfies Partial<Record<OperationId, Row[]>>;
