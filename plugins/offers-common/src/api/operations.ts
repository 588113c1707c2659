import { z } from 'zod';
import { instantSchema } from '../instant';
import { entityRefSchema, idSchema, offerNameSchema } from '../refs';
import {
  browseQuerySchema,
  explainedOfferSchema,
  facetsQuerySchema,
  facetsSchema,
  offerCardPageSchema,
  offerPageSchema,
} from './catalogue';
import { claimedSchema, claimSchema, settledSchema, settleSchema } from './deliveries';
import {
  createOfferSchema,
  managedOfferPageSchema,
  managedOfferSchema,
  manageQuerySchema,
  putDraftSchema,
} from './offers';
import { operation } from './operation';
import {
  auditPageSchema,
  auditQuerySchema,
  categoriesSchema,
  importReportSchema,
  meSchema,
  sourcesSchema,
} from './others';
import {
  cancelPlanSchema,
  createPlanSchema,
  decideSchema,
  patchPlanSchema,
  planPageSchema,
  planSchema,
  plansQuerySchema,
  releasePreviewSchema,
  releaseSchema,
} from './plans';

const byId = z.strictObject({ id: idSchema });
const byName = z.strictObject({
  name: offerNameSchema.meta({ description: 'Name of the offer' }),
});
const bySource = z.strictObject({ id: z.string().min(1).max(63) });

const catalogue = {
  browseOffers: operation({
    method: 'get',
    path: '/catalogue/offers',
    summary: 'The offers that the person may see now, by title',
    tag: 'catalogue',
    caller: 'user',
    query: browseQuerySchema,
    status: 200,
    response: offerCardPageSchema,
    problems: ['invalid-input', 'not-signed-in'],
  }),
  facets: operation({
    method: 'get',
    path: '/catalogue/facets',
    summary: 'How many offers that the person may see each filter value has',
    tag: 'catalogue',
    caller: 'user',
    query: facetsQuerySchema,
    status: 200,
    response: facetsSchema,
    problems: ['invalid-input', 'not-signed-in'],
  }),
  offerPage: operation({
    method: 'get',
    path: '/catalogue/offers/:name',
    summary: 'The offer page, for its audience',
    tag: 'catalogue',
    caller: 'user',
    params: byName,
    status: 200,
    response: offerPageSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found'],
  }),
  explainOffer: operation({
    method: 'get',
    path: '/catalogue/offers/:name/explanation',
    summary: 'Why a person can or cannot see and order an offer at an instant',
    tag: 'catalogue',
    caller: 'user',
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

const planAnswers = {
  tag: 'plans',
  caller: 'user',
  params: byId,
  status: 200,
  response: planSchema,
} as const;

const plans = {
  listPlans: operation({
    method: 'get',
    path: '/plans',
    summary: 'Release plans, latest change first',
    tag: 'plans',
    caller: 'user',
    query: plansQuerySchema,
    status: 200,
    response: planPageSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  createPlan: operation({
    method: 'post',
    path: '/plans',
    summary: 'Create a release plan',
    tag: 'plans',
    caller: 'user',
    body: createPlanSchema,
    idempotent: true,
    status: 201,
    response: planSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'offer-in-plan'],
  }),
  getPlan: operation({
    ...planAnswers,
    method: 'get',
    path: '/plans/:id',
    summary: 'A plan with its gate, impact, decisions and deliveries',
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  patchPlan: operation({
    ...planAnswers,
    method: 'patch',
    path: '/plans/:id',
    summary: 'Change title, release date or note; a new date voids approvals',
    body: patchPlanSchema,
    ifMatch: true,
    problems: [
      'invalid-input',
      'not-signed-in',
      'not-allowed',
      'not-found',
      'conflict',
      'wrong-state',
    ],
  }),
  submitPlan: operation({
    ...planAnswers,
    method: 'post',
    path: '/plans/:id/submit',
    summary: 'Submit a plan for approval',
    ifMatch: true,
    problems: [
      'invalid-input',
      'not-signed-in',
      'not-allowed',
      'not-found',
      'conflict',
      'wrong-state',
      'gate-not-met',
    ],
  }),
  decide: operation({
    ...planAnswers,
    method: 'post',
    path: '/plans/:id/decisions',
    summary: 'Approve, reject or request changes',
    body: decideSchema,
    idempotent: true,
    problems: [
      'invalid-input',
      'not-signed-in',
      'not-found',
      'not-an-approver',
      'author-cannot-decide',
      'already-decided',
      'not-open',
      'content-changed',
      'reason-missing',
    ],
  }),
  previewRelease: operation({
    ...planAnswers,
    method: 'get',
    path: '/plans/:id/release',
    summary: 'What the release of a plan would do, now',
    response: releasePreviewSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  releasePlan: operation({
    ...planAnswers,
    method: 'post',
    path: '/plans/:id/release',
    summary: 'Publish what an approved plan brings',
    body: releaseSchema,
    idempotent: true,
    problems: [
      'invalid-input',
      'not-signed-in',
      'not-allowed',
      'not-found',
      'wrong-state',
      'content-changed',
      'gate-not-met',
    ],
  }),
  cancelPlan: operation({
    ...planAnswers,
    method: 'post',
    path: '/plans/:id/cancel',
    summary: 'Cancel a plan that has not been released',
    body: cancelPlanSchema,
    ifMatch: true,
    problems: [
      'invalid-input',
      'not-signed-in',
      'not-allowed',
      'not-found',
      'conflict',
      'wrong-state',
    ],
  }),
};

const deliveries = {
  claimDeliveries: operation({
    method: 'post',
    path: '/deliveries/claim',
    summary: 'Claim deliveries that are due',
    tag: 'deliveries',
    caller: 'bot',
    body: claimSchema,
    status: 200,
    response: claimedSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  settleDelivery: operation({
    method: 'post',
    path: '/deliveries/:id/settle',
    summary: 'Say what became of a claimed delivery',
    tag: 'deliveries',
    caller: 'bot',
    params: byId,
    body: settleSchema,
    status: 200,
    response: settledSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'lease-lost'],
  }),
};

const sources = {
  listSources: operation({
    method: 'get',
    path: '/sources',
    summary: 'The places that offers can be imported from',
    tag: 'sources',
    caller: 'user',
    status: 200,
    response: sourcesSchema,
    problems: ['not-signed-in', 'not-allowed'],
  }),
  importSource: operation({
    method: 'post',
    path: '/sources/:id/imports',
    summary: 'Import every row of a source as draft offers',
    tag: 'sources',
    caller: 'user',
    params: bySource,
    idempotent: true,
    status: 201,
    response: importReportSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'source-failed'],
  }),
  latestImport: operation({
    method: 'get',
    path: '/sources/:id/imports/latest',
    summary: 'What the latest import of a source did, row by row',
    tag: 'sources',
    caller: 'user',
    params: bySource,
    status: 200,
    response: importReportSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
};

const others = {
  me: operation({
    method: 'get',
    path: '/me',
    summary: 'Who is asking, and what they may do',
    tag: 'others',
    caller: 'user',
    status: 200,
    response: meSchema,
    problems: ['not-signed-in'],
  }),
  categories: operation({
    method: 'get',
    path: '/categories',
    summary: 'The configured categories',
    tag: 'others',
    caller: 'user',
    status: 200,
    response: categoriesSchema,
    problems: ['not-signed-in'],
  }),
  audit: operation({
    method: 'get',
    path: '/audit',
    summary: 'The audit log, latest first',
    tag: 'others',
    caller: 'user',
    query: auditQuerySchema,
    status: 200,
    response: auditPageSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
};

/** Every operation of the API by its id: the one source of routes, OpenAPI document and client. @public */
export const operations = {
  ...catalogue,
  ...offers,
  ...plans,
  ...deliveries,
  ...sources,
  ...others,
};

/** Every operation of the API. @public */
export type Operations = typeof operations;

/** The id of an operation. @public */
export type OperationId = keyof Operations;
