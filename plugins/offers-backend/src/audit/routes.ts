import { auditReadPermission } from '@offerdesk/backstage-plugin-offers-common';
import { Handlers } from '../api/route';
import { Context } from '../context';
import { Refusal } from '../refusal';
import { readAudit } from './audit';

/** Routes of the audit log. */
export const auditRoutes = (ctx: Context): Handlers<'audit'> => ({
  audit: async ({ actor, query }) => {
    if (!actor.can.has('readAudit')) throw new Refusal('not-allowed');
    await ctx.guard.require(actor.credentials, auditReadPermission);
    return readAudit(ctx, query);
  },
});
