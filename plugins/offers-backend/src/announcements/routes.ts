import { Handlers } from '../api/route';
import { Context } from '../context';
import { announceOffer } from './announceOffer';
import { announcementReach } from './reach';
import { correctAnnouncement } from './correct';
import { claimDeliveries, settle } from './deliveries';
import { listFailedDeliveries } from './failed';
import { listAnnouncements } from './list';
import { patchPreferences, preferencesOf } from './preferences';
import { offerNews } from './news';
import { retryDelivery } from './retry';
import { watchedOffers, watchOffer } from './watches';

/** Routes of the delivery worker, whose service token reaches no others; and of what could not be delivered. */
export const announcementRoutes = (
  ctx: Context,
): Handlers<
  | 'claimDeliveries'
  | 'settleDelivery'
  | 'listFailedDeliveries'
  | 'retryDelivery'
  | 'announcementPreferences'
  | 'patchAnnouncementPreferences'
  | 'offerNews'
  | 'watchedOffers'
  | 'watchOffer'
  | 'listAnnouncements'
  | 'announcementReach'
  | 'announceOffer'
  | 'correctAnnouncement'
> => ({
  claimDeliveries: async ({ body }) => ({ deliveries: await claimDeliveries(ctx, body) }),
  settleDelivery: ({ params, body }) => settle(ctx, params.id, body),
  listFailedDeliveries: ({ actor, query }) => listFailedDeliveries(ctx, actor, query),
  retryDelivery: ({ actor, params, body, key }) => retryDelivery(ctx, actor, params.id, body, key),
  announcementPreferences: ({ actor }) => preferencesOf(ctx, ctx.db.knex, actor.ref),
  patchAnnouncementPreferences: ({ actor, body }) => patchPreferences(ctx, actor, body),
  offerNews: ({ actor, params, query }) => offerNews(ctx, actor, params.name, query),
  watchedOffers: ({ actor }) => watchedOffers(ctx.db.knex, actor.ref),
  watchOffer: ({ actor, params, body }) => watchOffer(ctx, actor, params.id, body.watched),
  listAnnouncements: ({ actor, params }) => listAnnouncements(ctx, actor, params.id),
  announcementReach: ({ actor, params, query }) =>
    announcementReach(ctx, actor, params.id, query.kind),
  announceOffer: ({ actor, params, body, key }) => announceOffer(ctx, actor, params.id, body, key),
  correctAnnouncement: ({ actor, params, body, key }) =>
    correctAnnouncement(ctx, actor, params.id, body.note, key),
});
