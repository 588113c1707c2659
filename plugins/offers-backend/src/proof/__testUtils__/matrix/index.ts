import { OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { catalogueRows } from './catalogueRows';
import { demandRows } from './demandRows';
import { otherRows } from './otherRows';
import { planRows } from './planRows';
import { publishingRows } from './publishingRows';
import { releaseRows } from './releaseRows';
import { pricingRows } from './pricingRows';
import { Row } from './row';
import { slackRows } from './slackRows';
import { structureRows } from './structureRows';

/**
 * Who gets which answer from which operation about which object. **A new operation needs a row here**:
 * without it this does not compile, and the test says so. A row is a grid (see `grids.ts`: often one fits)
 * and a request that changes nothing, such as one with a revision that nobody has.
 */
export const accessMatrix: Readonly<Record<OperationId, readonly Row[]>> = {
  ...catalogueRows,
  ...structureRows,
  ...planRows,
  ...publishingRows,
  ...releaseRows,
  ...demandRows,
  ...pricingRows,
  ...otherRows,
  ...slackRows,
};
