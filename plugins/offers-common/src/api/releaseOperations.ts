import { z } from 'zod';
import { productReleaseReportPermission } from '../permissions';
import { idSchema } from '../refs';
import { operation } from './operation';
import {
  productReleasePageSchema,
  productReleaseSchema,
  productReleasesQuerySchema,
  reportProductReleaseSchema,
} from './releases';

/** The operations on product releases. */
export const releaseOperations = {
  listProductReleases: operation({
    method: 'get',
    path: '/product-releases',
    summary: 'Product releases, latest change first',
    tag: 'releases',
    caller: 'user',
    query: productReleasesQuerySchema,
    status: 200,
    response: productReleasePageSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  getProductRelease: operation({
    method: 'get',
    path: '/product-releases/:id',
    summary: 'A product release with every status that it has had',
    tag: 'releases',
    caller: 'user',
    params: z.strictObject({ id: idSchema }),
    status: 200,
    response: productReleaseSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  reportProductRelease: operation({
    method: 'post',
    path: '/product-releases',
    summary: 'Report that a version of a product is released, deployed or withdrawn',
    tag: 'releases',
    caller: 'user-or-service',
    servicePermission: productReleaseReportPermission,
    body: reportProductReleaseSchema,
    idempotent: true,
    status: 201,
    response: productReleaseSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'wrong-state'],
  }),
};
