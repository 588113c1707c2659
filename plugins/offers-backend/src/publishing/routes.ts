import { Handlers } from '../api/route';
import { Context } from '../context';
import { readableOffer } from '../offers/offers';
import { lifeView } from './lifeView';
import { previewAct } from './previewAct';
import { previewRelease, releasePlan } from './release';
import { actOnRing } from './rings';
import { rollBackOffer } from './rollBack';
import { resumeOffer, reviewSuspension, suspendOffer } from './suspend';

/** Routes of the release of plans, and of what is published. */
export const publishingRoutes = (
  ctx: Context,
): Handlers<
  | 'previewRelease'
  | 'releasePlan'
  | 'getOfferLife'
  | 'previewAct'
  | 'suspendOffer'
  | 'resumeOffer'
  | 'reviewSuspension'
  | 'actOnRing'
  | 'rollBackOffer'
> => ({
  previewRelease: ({ actor, params }) => previewRelease(ctx, actor, params.id),
  releasePlan: ({ actor, params, body, key }) =>
    releasePlan(ctx, actor, params.id, body.contentHash, key),
  getOfferLife: async ({ actor, params }) =>
    lifeView(ctx, ctx.db.knex, actor, await readableOffer(ctx, actor, params.id)),
  previewAct: ({ actor, params, query }) => previewAct(ctx, actor, params.id, query),
  suspendOffer: ({ actor, params, body, key }) => suspendOffer(ctx, actor, params.id, body, key),
  resumeOffer: ({ actor, params, body, key }) =>
    resumeOffer(ctx, actor, params.id, body.reason, key),
  reviewSuspension: ({ actor, params, body, key }) =>
    reviewSuspension(ctx, actor, params, body.review, key),
  actOnRing: ({ actor, params, body, key }) => actOnRing(ctx, actor, params, body, key),
  rollBackOffer: ({ actor, params, body, key }) => rollBackOffer(ctx, actor, params.id, body, key),
});
