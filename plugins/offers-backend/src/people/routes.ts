import { Handlers } from '../api/route';
import { Context } from '../context';

/** Routes of who is asking, and of what the configuration lists. */
export const peopleRoutes = (ctx: Context): Handlers<'me' | 'categories'> => ({
  me: async ({ actor }) => ({
    user: actor.ref,
    roles: [...actor.roles],
    can: [...actor.can],
    approver: actor.principals.some(ref => ctx.settings.approval.approvers.includes(ref)),
  }),
  categories: async () => ({ items: ctx.settings.categories }),
});
