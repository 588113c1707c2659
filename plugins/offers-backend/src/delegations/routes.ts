import { Handlers } from '../api/route';
import { Context } from '../context';
import { createDelegation, listDelegations, revokeDelegation } from './manage';

/** Routes of who stands in for whom. */
export const delegationRoutes = (
  ctx: Context,
): Handlers<'listDelegations' | 'createDelegation' | 'revokeDelegation'> => ({
  listDelegations: ({ actor }) => listDelegations(ctx, actor),
  createDelegation: ({ actor, body, key }) => createDelegation(ctx, actor, body, key),
  revokeDelegation: ({ actor, params, key }) => revokeDelegation(ctx, actor, params.id, key),
});
