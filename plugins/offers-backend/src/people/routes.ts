import { Handlers } from '../api/route';
import { Context, nowOf } from '../context';
import { whomFor } from '../delegations/delegations';
import { isApprover } from '../plans/readers';

/** Routes of who is asking. */
export const peopleRoutes = (ctx: Context): Handlers<'me'> => ({
  me: async ({ actor }) => ({
    user: actor.ref,
    roles: [...actor.roles],
    can: [...actor.can],
    approver: await isApprover(ctx, actor, await whomFor(ctx, actor.ref, nowOf(ctx))),
  }),
});
