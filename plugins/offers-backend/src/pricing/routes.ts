import { Handlers } from '../api/route';
import { Context } from '../context';
import { quoteOffer } from './quote';
import { previewRecalculation } from './recalculation';

/** Routes of prices. */
export const pricingRoutes = (ctx: Context): Handlers<'quoteOffer' | 'previewRecalculation'> => ({
  quoteOffer: ({ actor, params, body }) => quoteOffer(ctx, actor, params.name, body),
  previewRecalculation: ({ actor, body }) => previewRecalculation(ctx, actor, body),
});
