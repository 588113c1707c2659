import { z } from 'zod';
import { instantSchema, zoneSchema } from '../instant';
import { idSchema } from '../refs';
import { grantWaiverSchema } from '../gates/waivers';
import { draftPreviewSchema, previewViewerSchema } from './catalogue';
import { managedOfferSchema, revokeWaiverSchema, startNextVersionSchema } from './offers';
import { operation } from './operation';

const byId = z.strictObject({ id: idSchema });
const byWaiver = z.strictObject({ id: idSchema, waiver: idSchema });

/** The operations on the draft of an offer, and on what a version may lack. */
export const draftOperations = {
  previewDraft: operation({
    method: 'get',
    path: '/offers/:id/draft/preview',
    summary: 'What a person, or somebody of a group, would find if the draft were published',
    tag: 'offers',
    caller: 'user',
    params: byId,
    query: z.strictObject({
      viewer: previewViewerSchema,
      at: instantSchema
        .optional()
        .meta({ description: 'Absent: when the draft would begin, were it published now' }),
      zone: zoneSchema.optional().meta({ description: 'Of the dates in sentences' }),
    }),
    status: 200,
    response: draftPreviewSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found'],
  }),
  startNextVersion: operation({
    method: 'post',
    path: '/offers/:id/drafts',
    summary: 'Begin the next version of a published offer; the live one goes on serving',
    tag: 'offers',
    caller: 'user',
    params: byId,
    body: startNextVersionSchema,
    idempotent: true,
    status: 201,
    response: managedOfferSchema,
    problems: [
      'invalid-input',
      'not-signed-in',
      'not-allowed',
      'not-found',
      'has-draft',
      'never-published',
    ],
  }),
  discardDraft: operation({
    method: 'post',
    path: '/offers/:id/draft/discard',
    summary: 'Discard the draft of a published offer that is in no plan under way',
    tag: 'offers',
    caller: 'user',
    params: byId,
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
      'never-published',
      'offer-in-plan',
    ],
  }),
  grantWaiver: operation({
    method: 'post',
    path: '/offers/:id/waivers',
    summary: 'Let a criterion of an offer pass until an instant',
    tag: 'offers',
    caller: 'user',
    params: byId,
    body: grantWaiverSchema,
    idempotent: true,
    status: 201,
    response: managedOfferSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'author-cannot-waive'],
  }),
  revokeWaiver: operation({
    method: 'post',
    path: '/offers/:id/waivers/:waiver/revoke',
    summary: 'Let a waiver count no more',
    tag: 'offers',
    caller: 'user',
    params: byWaiver,
    body: revokeWaiverSchema,
    idempotent: true,
    status: 200,
    response: managedOfferSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'wrong-state'],
  }),
};
