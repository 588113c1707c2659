import { Handlers } from '../api/route';
import { Context } from '../context';
import { cancelPlan } from './cancel';
import { decide } from './decide';
import { createPlan, getPlan, listPlans, patchPlan } from './plans';
import { submitPlan } from './submit';

/** Routes of release plans and their decisions. */
export const planRoutes = (
  ctx: Context,
): Handlers<
  'listPlans' | 'createPlan' | 'getPlan' | 'patchPlan' | 'submitPlan' | 'decide' | 'cancelPlan'
> => ({
  listPlans: ({ actor, query }) => listPlans(ctx, actor, query),
  createPlan: ({ actor, body, key }) => createPlan(ctx, actor, body, key),
  getPlan: ({ actor, params }) => getPlan(ctx, actor, params.id),
  patchPlan: ({ actor, params, revision, body }) =>
    patchPlan(ctx, actor, params.id, revision, body),
  submitPlan: ({ actor, params, revision }) => submitPlan(ctx, actor, params.id, revision),
  decide: ({ actor, params, body, key }) => decide(ctx, actor, params.id, body, key),
  cancelPlan: ({ actor, params, revision, body }) =>
    cancelPlan(ctx, actor, params.id, revision, body.reason),
});
