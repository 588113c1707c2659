import { Handlers } from '../api/route';
import { Context } from '../context';
import { claimDeliveries, settle } from './deliveries';

/** Routes of the delivery worker; the bot's service token reaches these and nothing else. */
export const announcementRoutes = (
  ctx: Context,
): Handlers<'claimDeliveries' | 'settleDelivery'> => ({
  claimDeliveries: async ({ body }) => ({ deliveries: await claimDeliveries(ctx, body) }),
  settleDelivery: ({ params, body }) => settle(ctx, params.id, body),
});
