import { Handlers } from '../api/route';
import { Context, nowOf } from '../context';
import { whomFor } from '../delegations/delegations';
import { ownsOffers } from '../offers/reading';
import { isApprover } from '../plans/readers';

/** Routes of who is asking. */
export const peopleRoutes = (ctx: Context): Handlers<'me'> => ({
  me: async ({ actor }) => {
    const approver = await isApprover(ctx, actor, await whomFor(ctx, actor.ref, nowOf(ctx)));
    const owner = await ownsOffers(ctx.db.knex, actor.principals);
    // Messages are listed on the pages of offers and plans alone.
    const hearsOfMessages = actor.can.size > 0 || approver || owner;
    return {
      user: actor.ref,
      roles: [...actor.roles],
      can: [...actor.can],
      approver,
      owner,
      channels: hearsOfMessages ? ctx.settings.channelNames : {},
    };
  },
});
