import { OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { uuidOf } from '../world';
import { oneFor, staff } from './grids';
import { Row } from './row';

/** Who gets what of product releases. */
export const releaseRows = {
  listProductReleases: [{ expect: oneFor('200', staff), ask: () => ({}) }],
  getProductRelease: [
    { expect: oneFor('404', staff), ask: () => ({ params: { id: uuidOf('missing') } }) },
  ],
  reportProductRelease: [
    {
      label: 'that was never made as withdrawn',
      expect: oneFor('409', ['carla', 'mia', 'bot']),
      ask: () => ({
        body: { product: 'component:default/never', version: '1', status: 'withdrawn' },
      }),
    },
  ],
} satisfies Partial<Record<OperationId, Row[]>>;
