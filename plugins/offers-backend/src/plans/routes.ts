import { Handlers } from '../api/route';
import { Context } from '../context';
import { breakGlass } from './breakGlass';
import { cancelPlan } from './cancel';
import { decide } from './decide';
import { createPlan } from './create';
import { implementPlan, readyPlan, tellAgain } from './implement';
import { patchPlan } from './patch';
import { planCalendar } from './calendar';
import { commentOnPlan, listComments, planOfMessage } from './comments';
import { getPlan, listPlans } from './plans';
import { submitPlan } from './submit';
import { waitingPlans } from './waiting';

/** Routes of release plans and their decisions. */
export const planRoutes = (
  ctx: Context,
): Handlers<
  | 'listPlans'
  | 'planCalendar'
  | 'createPlan'
  | 'getPlan'
  | 'patchPlan'
  | 'submitPlan'
  | 'decide'
  | 'implementPlan'
  | 'readyPlan'
  | 'tellStakeholders'
  | 'breakGlass'
  | 'cancelPlan'
  | 'listPlanComments'
  | 'commentOnPlan'
  | 'planOfMessage'
  | 'waitingPlans'
> => ({
  listPlans: ({ actor, query }) => listPlans(ctx, actor, query),
  planCalendar: ({ actor, query }) => planCalendar(ctx, actor, query),
  createPlan: ({ actor, body, key }) => createPlan(ctx, actor, body, key),
  getPlan: ({ actor, params }) => getPlan(ctx, actor, params.id),
  patchPlan: ({ actor, params, revision, body }) =>
    patchPlan(ctx, actor, params.id, revision, body),
  submitPlan: ({ actor, params, revision }) => submitPlan(ctx, actor, params.id, revision),
  decide: ({ actor, params, body, key }) => decide(ctx, actor, params.id, body, key),
  implementPlan: ({ actor, params, revision, body }) =>
    implementPlan(ctx, actor, params.id, revision, body),
  readyPlan: ({ actor, params, revision }) => readyPlan(ctx, actor, params.id, revision),
  tellStakeholders: ({ actor, params, revision }) => tellAgain(ctx, actor, params.id, revision),
  breakGlass: ({ actor, params, body, key }) => breakGlass(ctx, actor, params.id, body, key),
  cancelPlan: ({ actor, params, revision, body }) =>
    cancelPlan(ctx, actor, params.id, revision, body.reason),
  listPlanComments: ({ actor, params }) => listComments(ctx, actor, params.id),
  commentOnPlan: ({ actor, params, body, key }) => commentOnPlan(ctx, actor, params.id, body, key),
  waitingPlans: ({ actor, query }) => waitingPlans(ctx, actor, query),
  planOfMessage: ({ actor, query }) => planOfMessage(ctx, actor, query),
});
