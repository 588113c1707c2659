import { Handlers } from '../api/route';
import { Context } from '../context';
import { planRecalculation } from './planRecalculation';
import { quoteOffer } from './quote';
import { previewRecalculation } from './recalculation';

/** Routes of prices. */
export const pricingRoutes = (
  ctx: Context,
): Handlers<'quoteOffer' | 'previewRecalculation' | 'planRecalculation'> => ({
  quoteOffer: ({ actor, params, body }) => quoteOffer(ctx, actor, params.name, body),
  previewRecalculation: ({ actor, body }) => previewRecalculation(ctx, actor, body),
  planRecalculation: ({ actor, body, key }) => planRecalculation(ctx, actor, body, key),
});
