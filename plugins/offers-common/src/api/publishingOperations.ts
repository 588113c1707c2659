import { z } from 'zod';
import { idSchema } from '../refs';
import { operation } from './operation';
import {
  actPreviewQuerySchema,
  actPreviewSchema,
  offerLifeSchema,
  reviewSuspensionSchema,
  ringActSchema,
  rollBackSchema,
  suspendOfferSchema,
  withReasonSchema,
} from './publishing';

const byId = z.strictObject({ id: idSchema });

const lifeAnswers = {
  tag: 'publishing',
  caller: 'user',
  status: 200,
  response: offerLifeSchema,
} as const;

const acts = {
  ...lifeAnswers,
  method: 'post',
  idempotent: true,
  problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'wrong-state'],
} as const;

/** The operations on what is published. */
export const publishingOperations = {
  getOfferLife: operation({
    ...lifeAnswers,
    method: 'get',
    path: '/offers/:id/life',
    summary: "An offer's whole public life: what is served to whom and when, past and ahead",
    params: byId,
    problems: ['invalid-input', 'not-signed-in', 'not-found'],
  }),
  previewAct: operation({
    ...lifeAnswers,
    method: 'get',
    path: '/offers/:id/act-preview',
    summary: 'What an act on an offer would do, now: who sees and orders it, what stops',
    params: byId,
    query: actPreviewQuerySchema,
    response: actPreviewSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-found'],
  }),
  suspendOffer: operation({
    ...acts,
    path: '/offers/:id/suspensions',
    summary: 'Stop an offer by hand: it stays visible, and nobody can order it',
    params: byId,
    body: suspendOfferSchema,
  }),
  resumeOffer: operation({
    ...acts,
    path: '/offers/:id/resume',
    summary: 'Let a suspended offer be ordered again',
    params: byId,
    body: withReasonSchema,
  }),
  reviewSuspension: operation({
    ...acts,
    path: '/offers/:id/suspensions/:suspension/review',
    summary: 'Say what came of the review of a suspension; by somebody who did not suspend',
    params: z.strictObject({ id: idSchema, suspension: idSchema }),
    body: reviewSuspensionSchema,
  }),
  actOnRing: operation({
    ...acts,
    path: '/offers/:id/versions/:number/rings',
    summary: 'Promote, hold, resume or roll back the ring that a version is in',
    params: z.strictObject({
      id: idSchema,
      number: z.coerce.number('Give the number of a version').int().min(1).max(1_000_000),
    }),
    body: ringActSchema,
  }),
  rollBackOffer: operation({
    ...acts,
    path: '/offers/:id/roll-back',
    summary: 'Publish the content of an earlier version as a new one, at once and for everybody',
    params: byId,
    body: rollBackSchema,
  }),
};
