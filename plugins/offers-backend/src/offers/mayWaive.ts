import { Actor, Context } from '../context';

/** Whether a person holds a role that may waive criteria, as the configuration says. */
export function mayWaive(ctx: Pick<Context, 'settings'>, actor: Actor): boolean {
  return actor.roles.some(role => ctx.settings.waiverRoles.includes(role));
}
