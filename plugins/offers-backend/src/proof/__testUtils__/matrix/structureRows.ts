import { OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { NOW } from '../plants';
import { parts } from '../world';
import { anyone, everyPerson, instead, oneFor, staff } from './grids';
import { Row } from './row';

const atAnother = {
  label: 'at another instant',
  expect: oneFor('200', staff),
  ask: () => ({ query: { at: NOW } }),
};

/** Who gets what of the structure. */
export const structureRows = {
  catalogues: [{ expect: oneFor('200', anyone), ask: () => ({}) }, atAnother],
  categoryTree: [
    { expect: oneFor('200', anyone), ask: () => ({}) },
    atAnother,
    {
      label: 'of a view of the engineers',
      expect: instead(oneFor('200', ['ada', 'ben', ...staff]), '403', '404'),
      ask: () => ({ query: { view: parts.open } }),
    },
    {
      label: 'of a view of the board',
      expect: instead(oneFor('200', staff), '403', '404'),
      ask: () => ({ query: { view: parts.hidden } }),
    },
    {
      label: 'of a view that there is not',
      expect: oneFor('404', anyone),
      ask: () => ({ query: { view: 'none' } }),
    },
  ],
  views: [{ expect: oneFor('200', anyone), ask: () => ({}) }, atAnother],
  readStructure: [{ expect: oneFor('200', staff), ask: () => ({}) }],
  categories: [{ expect: oneFor('200', everyPerson), ask: () => ({}) }],
} satisfies Partial<Record<OperationId, Row[]>>;
