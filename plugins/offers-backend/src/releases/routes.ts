import { productReleaseReportPermission } from '@offerdesk/backstage-plugin-offers-common';
import { Caller, Handlers } from '../api/route';
import { Context } from '../context';
import { Refusal } from '../refusal';
import { getProductRelease, listProductReleases } from './releases';
import { Reporter, reportProductRelease } from './report';

/** Routes of product releases. */
export const releaseRoutes = (
  ctx: Context,
): Handlers<'listProductReleases' | 'getProductRelease' | 'reportProductRelease'> => ({
  listProductReleases: ({ actor, query }) => listProductReleases(ctx, actor, query),
  getProductRelease: ({ actor, params }) => getProductRelease(ctx, actor, params.id),
  reportProductRelease: async ({ body, key, ...caller }) =>
    reportProductRelease(ctx, await reporterOf(ctx, caller), body, key),
});

/** Who reports: a pipeline, whose token the router has checked, or a person whose role lets them. */
async function reporterOf(ctx: Context, { actor, service }: Caller): Promise<Reporter> {
  if (service) return { ref: service.ref, surface: 'api', source: 'pipeline' };
  if (!actor.can.has('reportProductRelease')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, productReleaseReportPermission);
  return { ref: actor.ref, surface: actor.surface, source: 'person' };
}
