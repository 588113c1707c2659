import { Handlers } from '../api/route';
import { Context } from '../context';
import { quoteOffer } from './quote';

/** Routes of prices. */
export const pricingRoutes = (ctx: Context): Handlers<'quoteOffer'> => ({
  quoteOffer: ({ actor, params, body }) => quoteOffer(ctx, actor, params.name, body),
});
