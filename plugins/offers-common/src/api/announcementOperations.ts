import { z } from 'zod';
import { idSchema, offerNameSchema } from '../refs';
import {
  announcementListSchema,
  announcementPreferencesSchema,
  announcementReachQuerySchema,
  announcementReachSchema,
  announcementSummarySchema,
  announceSchema,
  offerNewsSchema,
  correctAnnouncementSchema,
  patchAnnouncementPreferencesSchema,
} from './announcements';
import { atInstantSchema } from './catalogue';
import { deliverySummarySchema, failedDeliveryPageSchema, retryDeliverySchema } from './deliveries';
import { operation } from './operation';
import { cursorSchema, limitSchema } from './paging';
import { watchedOffersSchema, watchOfferSchema } from './watches';

const byId = z.strictObject({ id: idSchema });

const ofOffer = {
  tag: 'deliveries',
  caller: 'user',
  params: byId,
} as const;

const ofReader = {
  path: '/me/announcements',
  tag: 'deliveries',
  caller: 'user',
  status: 200,
  response: announcementPreferencesSchema,
} as const;

const announcements = {
  announcementPreferences: operation({
    ...ofReader,
    method: 'get',
    summary: 'How the person who asks hears of offers in person',
    problems: ['not-signed-in'],
  }),
  patchAnnouncementPreferences: operation({
    ...ofReader,
    method: 'patch',
    summary: 'Change how the person who asks hears of offers in person; what is absent stays',
    body: patchAnnouncementPreferencesSchema,
    problems: ['invalid-input', 'not-signed-in'],
  }),
  watchedOffers: operation({
    method: 'get',
    path: '/me/watched-offers',
    summary:
      'The offers whose announcements the person who asks hears in person, whatever else they wish',
    tag: 'deliveries',
    caller: 'user',
    status: 200,
    response: watchedOffersSchema,
    problems: ['not-signed-in'],
  }),
  watchOffer: operation({
    method: 'put',
    path: '/me/watched-offers/:id',
    summary: 'Watch an offer that one sees, or watch it no more',
    tag: 'deliveries',
    caller: 'user',
    params: byId,
    body: watchOfferSchema,
    status: 200,
    response: watchedOffersSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found'],
  }),
  offerNews: operation({
    method: 'get',
    path: '/catalogue/offers/:name/news',
    summary: 'What was announced of an offer, for those who see it',
    tag: 'catalogue',
    caller: 'anyone',
    params: z.strictObject({ name: offerNameSchema }),
    query: atInstantSchema,
    status: 200,
    response: offerNewsSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found', 'not-allowed'],
  }),
  listAnnouncements: operation({
    ...ofOffer,
    method: 'get',
    path: '/offers/:id/announcements',
    summary: 'What was announced of an offer, or will be, and what became of it',
    status: 200,
    response: announcementListSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found'],
  }),
  announcementReach: operation({
    ...ofOffer,
    method: 'get',
    path: '/offers/:id/announcement-reach',
    summary: 'Who would hear an announcement by hand, were it sent now',
    query: announcementReachQuerySchema,
    status: 200,
    response: announcementReachSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found'],
  }),
  announceOffer: operation({
    ...ofOffer,
    method: 'post',
    path: '/offers/:id/announcements',
    summary:
      'Announce by hand what is true of an offer now: that it is worth a look, or there, or ends',
    body: announceSchema,
    idempotent: true,
    status: 201,
    response: announcementSummarySchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'wrong-state'],
  }),
  correctAnnouncement: operation({
    ...ofOffer,
    method: 'post',
    path: '/announcements/:id/corrections',
    summary:
      'Correct what was announced: the message is drawn again, its thread says what was wrong',
    body: correctAnnouncementSchema,
    idempotent: true,
    status: 200,
    response: announcementSummarySchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'wrong-state'],
  }),
};

/** The operations on announcements, and of catalog managers on what could not be delivered. */
export const announcementOperations = {
  ...announcements,
  listFailedDeliveries: operation({
    method: 'get',
    path: '/deliveries/failed',
    summary: 'What could not be delivered, with what to do about it, latest first',
    tag: 'deliveries',
    caller: 'user',
    query: z.strictObject({ limit: limitSchema, cursor: cursorSchema.optional() }),
    status: 200,
    response: failedDeliveryPageSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  retryDelivery: operation({
    method: 'post',
    path: '/deliveries/:id/retry',
    summary: 'Send again what could not be delivered; what belongs to it follows',
    tag: 'deliveries',
    caller: 'user',
    params: byId,
    body: retryDeliverySchema,
    idempotent: true,
    status: 200,
    response: deliverySummarySchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'wrong-state'],
  }),
};
