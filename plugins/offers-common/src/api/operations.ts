import { z } from 'zod';
import { instantSchema } from '../instant';
import { entityRefSchema, idSchema, offerNameSchema } from '../refs';
import {
  browseFieldsQuerySchema,
  browseQuerySchema,
  facetsQuerySchema,
  facetsSchema,
  offersByEntityQuerySchema,
  offersByIdQuerySchema,
} from './browse';
import {
  atInstantSchema,
  explainedOfferSchema,
  offerCardPageSchema,
  linkPreviewSchema,
  offerCardsSchema,
  offerFieldsPageSchema,
  offerPageSchema,
  offerStorySchema,
  offersByEntitySchema,
} from './catalogue';
import { createOfferSchema, putDraftSchema } from './offerInput';
import {
  managedOfferPageSchema,
  managedOfferSchema,
  manageQuerySchema,
  offerQuerySchema,
} from './offers';
import { announcementOperations } from './announcementOperations';
import { delegationOperations } from './delegationOperations';
import { demandOperations } from './demandOperations';
import { operation } from './operation';
import { draftOperations } from './draftOperations';
import {
  auditOperations,
  deliveryOperations,
  otherOperations,
  sourceOperations,
} from './otherOperations';
import { planCommentOperations } from './planComments';
import { planOperations } from './planOperations';
import { publishingOperations } from './publishingOperations';
import { releaseOperations } from './releaseOperations';
import { pricingOperations } from './pricingOperations';
import { waitingOperations } from './waitingPlans';
import { publicOfferOperations } from './publicOffers';
import { reportOperations } from './reportOperations';
import { referenceOperations } from './referenceOperations';
import {
  slackBotOperations,
  slackInstallationOperations,
  slackLinkOperations,
} from './slackOperations';
import { structureOperations } from './structureOperations';

const byId = z.strictObject({ id: idSchema });
const byName = z.strictObject({
  name: offerNameSchema.meta({ description: 'Name of the offer' }),
});

const catalogue = {
  browseOffers: operation({
    method: 'get',
    path: '/catalogue/offers',
    summary: 'The offers that the person may see now, filtered, ordered and paged',
    tag: 'catalogue',
    caller: 'anyone',
    query: browseQuerySchema,
    status: 200,
    response: offerCardPageSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  browseFields: operation({
    method: 'get',
    path: '/catalogue/offer-fields',
    summary: 'The same list with only the fields that are asked for',
    tag: 'catalogue',
    caller: 'anyone',
    query: browseFieldsQuerySchema,
    status: 200,
    response: offerFieldsPageSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  offersById: operation({
    method: 'get',
    path: '/catalogue/offers-by-id',
    summary: 'Offers by their ids; those that the person may not see are left out',
    tag: 'catalogue',
    caller: 'anyone',
    query: offersByIdQuerySchema,
    status: 200,
    response: offerCardsSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  offersByEntity: operation({
    method: 'post',
    path: '/catalogue/offers-by-entity',
    summary: 'The offers that are linked to some entities and that the person may see',
    tag: 'catalogue',
    caller: 'anyone',
    body: offersByEntityQuerySchema,
    status: 200,
    response: offersByEntitySchema,
    problems: ['invalid-input', 'not-signed-in'],
  }),
  facets: operation({
    method: 'get',
    path: '/catalogue/facets',
    summary: 'How many offers that the person may see each filter value has',
    tag: 'catalogue',
    caller: 'anyone',
    query: facetsQuerySchema,
    status: 200,
    response: facetsSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  offerPage: operation({
    method: 'get',
    path: '/catalogue/offers/:name',
    summary: 'The offer page, for its audience',
    tag: 'catalogue',
    caller: 'anyone',
    params: byName,
    query: atInstantSchema,
    status: 200,
    response: offerPageSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found', 'not-allowed'],
  }),
  linkPreview: operation({
    method: 'get',
    path: '/catalogue/offers/:name/link-preview',
    summary: 'What may be shown of an offer where a link to it was shared, and to whom',
    tag: 'catalogue',
    caller: 'anyone',
    params: byName,
    query: z.strictObject({
      channel: z.string().max(100).meta({ description: 'Id of the channel', example: 'C0123ABCD' }),
    }),
    status: 200,
    response: linkPreviewSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found'],
  }),
  offerStory: operation({
    method: 'get',
    path: '/catalogue/offers/:name/story',
    summary: 'What the offer has been to the person up to now, and what each version changed',
    tag: 'catalogue',
    caller: 'anyone',
    params: byName,
    query: atInstantSchema,
    status: 200,
    response: offerStorySchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found', 'not-allowed'],
  }),
  explainOffer: operation({
    method: 'get',
    path: '/catalogue/offers/:name/explanation',
    summary: 'Why a person can or cannot see and order an offer at an instant',
    tag: 'catalogue',
    caller: 'anyone',
    params: byName,
    query: z.strictObject({
      viewer: entityRefSchema
        .optional()
        .meta({ description: 'Another person; for those who may read every offer' }),
      at: instantSchema
        .optional()
        .meta({ description: 'Another instant; for those who may read every offer' }),
      zone: z.string().max(64).optional().meta({ description: 'IANA zone for dates in sentences' }),
    }),
    status: 200,
    response: explainedOfferSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found', 'not-allowed'],
  }),
};

const offers = {
  listOffers: operation({
    method: 'get',
    path: '/offers',
    summary: 'The offers that the person may manage or read as staff, drafts among them, by title',
    tag: 'offers',
    caller: 'user',
    query: manageQuerySchema,
    status: 200,
    response: managedOfferPageSchema,
    problems: ['invalid-input', 'not-signed-in'],
  }),
  createOffer: operation({
    method: 'post',
    path: '/offers',
    summary: 'Create an offer with its first draft',
    tag: 'offers',
    caller: 'user',
    body: createOfferSchema,
    idempotent: true,
    status: 201,
    response: managedOfferSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'name-taken'],
  }),
  getOffer: operation({
    method: 'get',
    path: '/offers/:id',
    summary: 'Everything that managers see of an offer',
    tag: 'offers',
    caller: 'user',
    params: byId,
    query: offerQuerySchema,
    status: 200,
    response: managedOfferSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found'],
  }),
  putDraft: operation({
    method: 'put',
    path: '/offers/:id/draft',
    summary: 'Replace the draft of an offer; a material change voids approvals',
    tag: 'offers',
    caller: 'user',
    params: byId,
    body: putDraftSchema,
    ifMatch: true,
    status: 200,
    response: managedOfferSchema,
    problems: [
      'invalid-input',
      'not-signed-in',
      'not-allowed',
      'not-found',
      'conflict',
      'already-published',
    ],
  }),
};

/** Every operation of the API by its id: the one source of routes, OpenAPI document and client. @public */
export const operations = {
  ...catalogue,
  ...structureOperations,
  ...offers,
  ...draftOperations,
  ...planOperations,
  ...planCommentOperations,
  ...waitingOperations,
  ...publishingOperations,
  ...delegationOperations,
  ...releaseOperations,
  ...demandOperations,
  ...pricingOperations,
  ...referenceOperations,
  ...announcementOperations,
  ...deliveryOperations,
  ...sourceOperations,
  ...otherOperations,
  ...auditOperations,
  ...reportOperations,
  ...publicOfferOperations,
  ...slackLinkOperations,
  ...slackBotOperations,
  ...slackInstallationOperations,
};

/** Every operation of the API. @public */
export type Operations = typeof operations;

/** The id of an operation. @public */
export type OperationId = keyof Operations;
