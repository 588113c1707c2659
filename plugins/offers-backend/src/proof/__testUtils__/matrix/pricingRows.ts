import { OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { NOW } from '../plants';
import { KEPT, uuidOf } from '../world';
import { oneFor, servedNow, staff, staffAskServed } from './grids';
import { Row } from './row';

/** Staff, and those who answer for an offer. */
const readers = [...staff, 'olga'];

const list = { title: 'Again', currency: 'EUR' };
const party = { name: 'Again', kind: 'external' };
const byId = { params: { id: KEPT } };

/** Who gets what of prices, and of what is kept once. */
export const pricingRows = {
  quoteOffer: [
    { expect: servedNow, ask: ({ name }) => ({ params: { name }, body: {} }) },
    {
      label: 'at another instant',
      expect: staffAskServed,
      ask: ({ name }) => ({ params: { name }, body: { at: NOW } }),
    },
    {
      label: 'of another person',
      expect: staffAskServed,
      ask: ({ name }) => ({ params: { name }, body: { viewer: 'user:default/vera' } }),
    },
  ],
  previewRecalculation: [
    {
      label: 'of an offer that nobody has',
      expect: oneFor('200', ['carla']),
      ask: () => ({
        body: { selection: { offerIds: [uuidOf('missing')] }, recalculation: { percent: '5' } },
      }),
    },
  ],
  planRecalculation: [
    {
      label: 'of an offer that nobody has',
      expect: oneFor('404', ['carla']),
      ask: () => ({
        body: {
          selection: { offerIds: [uuidOf('missing')] },
          recalculation: { percent: '5' },
          release: { local: '2027-03-01T09:00', zone: 'UTC' },
        },
      }),
    },
  ],
  listPriceLists: [{ expect: oneFor('200', readers), ask: () => ({}) }],
  getPriceList: [{ expect: oneFor('200', readers), ask: () => byId }],
  createPriceList: [
    {
      label: 'with an id that is taken',
      expect: oneFor('409', ['carla']),
      ask: () => ({ body: { ...list, id: KEPT } }),
    },
  ],
  changePriceList: [{ expect: oneFor('409', ['carla']), ask: () => ({ ...byId, body: list }) }],
  retirePriceList: [{ expect: oneFor('409', ['carla']), ask: () => byId }],
  listParties: [{ expect: oneFor('200', readers), ask: () => ({}) }],
  getParty: [{ expect: oneFor('200', readers), ask: () => byId }],
  createParty: [
    {
      label: 'with an id that is taken',
      expect: oneFor('409', ['carla']),
      ask: () => ({ body: { ...party, id: KEPT } }),
    },
  ],
  changeParty: [{ expect: oneFor('409', ['carla']), ask: () => ({ ...byId, body: party }) }],
  retireParty: [{ expect: oneFor('409', ['carla']), ask: () => byId }],
} satisfies Partial<Record<OperationId, Row[]>>;
