import { Handlers } from '../api/route';
import { Context } from '../context';
import { storedWithLinks, withDangling } from '../links/dangling';
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
  createOffer: ({ actor, body, key }) =>
    storedWithLinks(ctx, actor, body, () => createOffer(ctx, actor, body, key)),
  getOffer: async ({ actor, params, query }) =>
    withDangling(ctx, actor, await getOffer(ctx, actor, params.id, query)),
  putDraft: ({ actor, params, revision, body }) =>
    storedWithLinks(ctx, actor, body, () => putDraft(ctx, actor, params.id, revision, body)),
  startNextVersion: async ({ actor, params, body, key }) =>
    withDangling(ctx, actor, await startNextVersion(ctx, actor, params.id, body, key)),
  discardDraft: ({ actor, params, revision }) => discardDraft(ctx, actor, params.id, revision),
  grantWaiver: ({ actor, params, body, key }) => grantWaiver(ctx, actor, params.id, body, key),
  revokeWaiver: ({ actor, params, body, key }) => endWaiver(ctx, actor, params, body.reason, key),
});
