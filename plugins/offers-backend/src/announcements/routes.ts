import { Handlers } from '../api/route';
import { Context } from '../context';
import { claimDeliveries, settle } from './deliveries';
import { listFailedDeliveries } from './failed';
import { retryDelivery } from './retry';

/** Routes of the delivery worker, whose service token reaches no others; and of what could not be delivered. */
export const announcementRoutes = (
  ctx: Context,
): Handlers<'claimDeliveries' | 'settleDelivery' | 'listFailedDeliveries' | 'retryDelivery'> => ({
  claimDeliveries: async ({ body }) => ({ deliveries: await claimDeliveries(ctx, body) }),
  settleDelivery: ({ params, body }) => settle(ctx, params.id, body),
  listFailedDeliveries: ({ actor, query }) => listFailedDeliveries(ctx, actor, query),
  retryDelivery: ({ actor, params, body, key }) => retryDelivery(ctx, actor, params.id, body, key),
});
