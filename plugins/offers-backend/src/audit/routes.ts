import { auditReadPermission } from '@offerdesk/backstage-plugin-offers-common';
import { Handlers } from '../api/route';
import { Actor, Context } from '../context';
import { Refusal } from '../refusal';
import { readAudit } from './audit';
import { checkLog } from './check';
import { auditLinks } from './walk';

/** Routes of the audit log. */
export const auditRoutes = (ctx: Context): Handlers<'audit' | 'checkAudit' | 'exportAudit'> => ({
  audit: async ({ actor, query }) => {
    await requireAuditor(ctx, actor);
    return readAudit(ctx, query);
  },
  checkAudit: async ({ actor }) => {
    await requireAuditor(ctx, actor);
    return checkLog(ctx.db.knex);
  },
  exportAudit: async ({ actor, query }) => {
    await requireAuditor(ctx, actor);
    return auditLinks(ctx.db.knex, query);
  },
});

async function requireAuditor(ctx: Context, actor: Actor): Promise<void> {
  if (!actor.can.has('readAudit')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, auditReadPermission);
}
