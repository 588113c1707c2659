import { Handlers } from '../api/route';
import { Context } from '../context';
import { browse, explainOffer, facets, offerPage } from './catalogue';

/** Routes of the catalogue. */
export const catalogueRoutes = (
  ctx: Context,
): Handlers<'browseOffers' | 'facets' | 'offerPage' | 'explainOffer'> => ({
  browseOffers: ({ actor, query }) => browse(ctx, actor, query),
  facets: ({ actor, query }) => facets(ctx, actor, query),
  offerPage: ({ actor, params, query }) => offerPage(ctx, actor, params.name, query),
  explainOffer: ({ actor, params, query }) => explainOffer(ctx, actor, params.name, query),
});
