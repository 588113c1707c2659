import { OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { uuidOf } from '../world';
import { grid } from './grid';
import { everyPerson, oneFor, staff, staffRead } from './grids';
import { Row } from './row';

/** Announcing by hand: who manages plans; asked for without saying to whom. */
const announcers = grid(`
              open  hidden  early  ended  draft  missing
  anonymous   401   401     401    401    401    401
  expired     401   401     401    401    401    401
  otto        404   404     404    404    404    404
  ada         404   404     404    404    404    404
  ben         404   404     404    404    404    404
  olga        403   403     403    403    403    404
  carla       400   400     409    409    409    404
  mia         403   403     403    403    403    404
  nils        403   403     403    403    403    404
  bot         403   403     403    403    403    403
  other       403   403     403    403    403    403
`);

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
  announcementPreferences: [{ expect: oneFor('200', everyPerson), ask: () => ({}) }],
  patchAnnouncementPreferences: [
    {
      label: 'to a day that is none',
      expect: oneFor('400', everyPerson),
      ask: () => ({ body: { weekday: 9 } }),
    },
  ],
  watchedOffers: [{ expect: oneFor('200', everyPerson), ask: () => ({}) }],
  watchOffer: [
    {
      label: 'that is not there',
      expect: oneFor('404', everyPerson, '404'),
      ask: () => ({ params: { id: uuidOf('missing') }, body: { watched: true } }),
    },
  ],
  listAnnouncements: [{ expect: staffRead, ask: ({ id }) => ({ params: { id } }) }],
  announcementReach: [{ expect: staffRead, ask: ({ id }) => ({ params: { id } }) }],
  announceOffer: [
    {
      label: 'to nobody',
      expect: announcers,
      ask: ({ id }) => ({ params: { id }, body: { text: 'To see who may' } }),
    },
  ],
  correctAnnouncement: [
    {
      expect: oneFor('404', everyPerson, '404'),
      ask: () => ({ params: { id: uuidOf('missing') }, body: { note: 'None' } }),
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
  sourceDrift: [{ expect: oneFor('404', ['carla']), ask: () => ({ params: { id: 'none' } }) }],
  valueStreamReport: [
    {
      expect: oneFor('200', staff),
      ask: () => ({ query: { from: '2026-06-01T00:00:00Z', until: '2027-06-01T00:00:00Z' } }),
    },
  ],
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
