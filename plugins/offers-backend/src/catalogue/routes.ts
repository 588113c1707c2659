import { Handlers } from '../api/route';
import { Context } from '../context';
import { browse, browseFields } from './browse';
import { offersByEntity, offersById } from './cards';
import { explainOffer, offerPage } from './catalogue';
import { previewDraft } from './draftPreview';
import { linkPreview } from './linkPreview';
import { facets } from './facets';
import { publicOffers } from './publicOffers';
import { offerStory } from './story';

/** Routes of the catalogue. */
export const catalogueRoutes = (
  ctx: Context,
): Handlers<
  | 'browseOffers'
  | 'browseFields'
  | 'facets'
  | 'offersById'
  | 'offersByEntity'
  | 'offerPage'
  | 'linkPreview'
  | 'offerStory'
  | 'explainOffer'
  | 'publicOffers'
  | 'previewDraft'
> => ({
  browseOffers: ({ actor, query }) => browse(ctx, actor, query),
  browseFields: ({ actor, query }) => browseFields(ctx, actor, query),
  facets: ({ actor, query }) => facets(ctx, actor, query),
  offersById: ({ actor, query }) => offersById(ctx, actor, query),
  offersByEntity: ({ actor, body }) => offersByEntity(ctx, actor, body.refs),
  linkPreview: ({ actor, params, query }) => linkPreview(ctx, actor, params.name, query.channel),
  offerPage: ({ actor, params, query }) => offerPage(ctx, actor, params.name, query),
  offerStory: ({ actor, params, query }) => offerStory(ctx, actor, params.name, query),
  publicOffers: ({ query }) => publicOffers(ctx, query),
  explainOffer: ({ actor, params, query }) => explainOffer(ctx, actor, params.name, query),
  previewDraft: ({ actor, params, query }) => previewDraft(ctx, actor, params.id, query),
});
