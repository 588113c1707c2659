import { Handlers } from '../api/route';
import { Context } from '../context';
import { discardDraft, startNextVersion } from './nextVersion';
import { createOffer, getOffer, listOffers } from './offers';
import { putDraft } from './putDraft';
import { endWaiver, grantWaiver } from './waivers';

/** Routes of offers and their drafts. */
export const offerRoutes = (
  ctx: Context,
): Handlers<
  | 'listOffers'
  | 'createOffer'
  | 'getOffer'
  | 'putDraft'
  | 'startNextVersion'
  | 'discardDraft'
  | 'grantWaiver'
  | 'revokeWaiver'
> => ({
  listOffers: ({ actor, query }) => listOffers(ctx, actor, query),
  createOffer: ({ actor, body, key }) => createOffer(ctx, actor, body, key),
  getOffer: ({ actor, params }) => getOffer(ctx, actor, params.id),
  putDraft: ({ actor, params, revision, body }) => putDraft(ctx, actor, params.id, revision, body),
  startNextVersion: ({ actor, params, body, key }) =>
    startNextVersion(ctx, actor, params.id, body, key),
  discardDraft: ({ actor, params, revision }) => discardDraft(ctx, actor, params.id, revision),
  grantWaiver: ({ actor, params, body, key }) => grantWaiver(ctx, actor, params.id, body, key),
  revokeWaiver: ({ actor, params, body, key }) => endWaiver(ctx, actor, params, body.reason, key),
});
