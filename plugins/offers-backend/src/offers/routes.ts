import { Handlers } from '../api/route';
import { Context } from '../context';
import { createOffer, getOffer, listOffers } from './offers';
import { putDraft } from './putDraft';

/** Routes of offers and their drafts. */
export const offerRoutes = (
  ctx: Context,
): Handlers<'listOffers' | 'createOffer' | 'getOffer' | 'putDraft'> => ({
  listOffers: ({ actor, query }) => listOffers(ctx, actor, query),
  createOffer: ({ actor, body, key }) => createOffer(ctx, actor, body, key),
  getOffer: ({ actor, params }) => getOffer(ctx, actor, params.id),
  putDraft: ({ actor, params, revision, body }) => putDraft(ctx, actor, params.id, revision, body),
});
