import { planManagePermission } from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';

/** Whether a person announces offers by hand, and corrects what was announced. */
export async function mayAnnounce(ctx: Context, actor: Actor): Promise<boolean> {
  return actor.can.has('managePlan') && ctx.guard.allows(actor.credentials, planManagePermission);
}
