import { Handlers } from '../api/route';
import { Context } from '../context';
import { getDemand, listDemands } from './demands';
import { declineDemand, reopenDemand, triageDemand } from './manage';
import { mergeDemand } from './merge';
import { planDemand } from './planning';
import { raiseDemand } from './raise';

/** Routes of demand. */
export const demandRoutes = (
  ctx: Context,
): Handlers<
  | 'listDemands'
  | 'raiseDemand'
  | 'getDemand'
  | 'triageDemand'
  | 'mergeDemand'
  | 'declineDemand'
  | 'reopenDemand'
  | 'planDemand'
> => ({
  listDemands: ({ actor, query }) => listDemands(ctx, actor, query),
  raiseDemand: ({ actor, body, key }) => raiseDemand(ctx, actor, body, key),
  getDemand: ({ actor, params }) => getDemand(ctx, actor, params.id),
  triageDemand: ({ actor, params, revision, body }) =>
    triageDemand(ctx, actor, { id: params.id, revision }, body),
  mergeDemand: ({ actor, params, revision, body }) =>
    mergeDemand(ctx, actor, { id: params.id, revision }, body.into),
  declineDemand: ({ actor, params, revision, body }) =>
    declineDemand(ctx, actor, { id: params.id, revision }, body.reason),
  reopenDemand: ({ actor, params, revision, body }) =>
    reopenDemand(ctx, actor, { id: params.id, revision }, body.reason),
  planDemand: ({ actor, params, revision, body }) =>
    planDemand(ctx, actor, { id: params.id, revision }, body.planId),
});
