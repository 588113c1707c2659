import { OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { NOW } from '../plants';
import { uuidOf } from '../world';
import {
  anyone,
  consumersAndStaffRead,
  consumersRead,
  everyPerson,
  instead,
  oneFor,
  ownersEdit,
  staffAskMore,
  staff,
  draftsRead,
  staffRead,
  waivers,
} from './grids';
import { Row } from './row';

const ofName = { ask: ({ name }: { name: string }) => ({ params: { name } }) };

/** Who gets what of the catalogue and of offers. */
export const catalogueRows = {
  browseOffers: [
    { expect: oneFor('200', anyone), ask: () => ({}), lists: 'visible' },
    {
      label: 'by a word of the offer',
      expect: oneFor('200', anyone),
      ask: () => ({ query: { q: 'service', limit: '100' } }),
      lists: 'visible',
    },
    {
      label: 'at another instant',
      expect: oneFor('200', [...staff, 'olga']),
      ask: () => ({ query: { at: NOW } }),
    },
  ],
  browseFields: [
    {
      expect: oneFor('200', anyone),
      ask: () => ({ query: { fields: 'name,title,summary,tags', limit: '100' } }),
      lists: 'visible',
    },
  ],
  facets: [
    { expect: oneFor('200', anyone), ask: () => ({}) },
    {
      label: 'at another instant',
      expect: oneFor('200', [...staff, 'olga']),
      ask: () => ({ query: { at: NOW } }),
    },
  ],
  offersById: [
    { expect: oneFor('200', anyone), ask: ({ id }) => ({ query: { ids: id } }) },
    {
      label: 'at another instant',
      expect: oneFor('200', [...staff, 'olga']),
      ask: ({ id }) => ({ query: { ids: id, at: NOW } }),
    },
  ],
  offersByEntity: [
    {
      expect: oneFor('200', anyone),
      ask: () => ({ body: { refs: ['component:default/checkout-api'] } }),
      lists: 'visible',
    },
  ],
  offerPage: [{ expect: consumersRead, ...ofName }],
  linkPreview: [
    {
      expect: consumersRead,
      ask: ({ name }) => ({ params: { name }, query: { channel: 'C0OFFERS0' } }),
    },
  ],
  offerNews: [{ expect: consumersAndStaffRead, ...ofName }],
  offerStory: [{ expect: consumersAndStaffRead, ...ofName }],
  explainOffer: [
    { expect: consumersAndStaffRead, ...ofName },
    {
      label: 'at another instant',
      expect: staffAskMore,
      ask: ({ name }) => ({ params: { name }, query: { at: NOW } }),
    },
    {
      label: 'of another person',
      expect: staffAskMore,
      ask: ({ name }) => ({ params: { name }, query: { viewer: 'user:default/vera' } }),
    },
  ],
  listOffers: [
    {
      expect: oneFor('200', everyPerson),
      ask: () => ({ query: { limit: '100' } }),
      lists: 'staff',
    },
  ],
  createOffer: [
    {
      label: 'with a name that is taken',
      expect: oneFor('409', ['carla']),
      ask: () => ({
        body: {
          name: 'zqopenname',
          interaction: 'provision',
          content: { information: { title: 'Again' } },
        },
      }),
    },
  ],
  getOffer: [{ expect: staffRead, ask: ({ id }) => ({ params: { id } }) }],
  previewDraft: [
    {
      expect: draftsRead,
      ask: ({ id }) => ({ params: { id }, query: { viewer: 'user:default/vera' } }),
    },
  ],
  putDraft: [
    {
      expect: ownersEdit,
      ask: ({ id }) => ({
        params: { id },
        body: { content: { information: { title: 'Edited' } } },
      }),
    },
  ],
  startNextVersion: [
    {
      label: 'from a version that never was',
      expect: instead(ownersEdit, '409', '400'),
      ask: ({ id }) => ({ params: { id }, body: { from: 999 } }),
    },
  ],
  discardDraft: [{ expect: ownersEdit, ask: ({ id }) => ({ params: { id } }) }],
  grantWaiver: [
    {
      label: 'that has ended already',
      expect: waivers('400'),
      ask: ({ id }) => ({
        params: { id },
        body: { criterion: 'training', reason: 'None', until: '2026-01-01T00:00:00Z' },
      }),
    },
  ],
  revokeWaiver: [
    {
      label: 'that nobody granted',
      expect: waivers('404'),
      ask: ({ id }) => ({
        params: { id, waiver: uuidOf('no waiver') },
        body: { reason: 'None' },
      }),
    },
  ],
  publicOffers: [
    {
      expect: oneFor('200', ['bot']),
      ask: () => ({ query: { until: '2027-01-01T00:00:00Z' } }),
    },
  ],
} satisfies Partial<Record<OperationId, Row[]>>;
