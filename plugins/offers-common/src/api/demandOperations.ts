import { z } from 'zod';
import { idSchema } from '../refs';
import {
  declineDemandSchema,
  demandPageSchema,
  demandSchema,
  demandsQuerySchema,
  mergeDemandSchema,
  planDemandSchema,
  raiseDemandSchema,
  reopenDemandSchema,
  triageDemandSchema,
} from './demand';
import { operation } from './operation';

const demandAnswers = {
  tag: 'demand' as const,
  caller: 'user' as const,
  params: z.strictObject({ id: idSchema }),
  status: 200 as const,
  response: demandSchema,
};

/** What staff do with a demand that they have read. */
const changes = {
  ...demandAnswers,
  method: 'post' as const,
  ifMatch: true as const,
  problems: [
    'invalid-input',
    'not-signed-in',
    'not-allowed',
    'not-found',
    'conflict',
    'wrong-state',
  ] as const,
};

/** The operations on demand. */
export const demandOperations = {
  listDemands: operation({
    method: 'get',
    path: '/demands',
    summary: 'Demands, latest change first: all of them for staff, else the own ones',
    tag: 'demand',
    caller: 'user',
    query: demandsQuerySchema,
    status: 200,
    response: demandPageSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  raiseDemand: operation({
    method: 'post',
    path: '/demands',
    summary: 'Ask for a new offer, a bundle, a change or a termination',
    tag: 'demand',
    caller: 'user',
    body: raiseDemandSchema,
    idempotent: true,
    status: 201,
    response: demandSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  getDemand: operation({
    ...demandAnswers,
    method: 'get',
    path: '/demands/:id',
    summary: 'A demand with what became of it',
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  triageDemand: operation({
    ...changes,
    path: '/demands/:id/triage',
    summary: 'Say how much a demand matters, and who takes care of it',
    body: triageDemandSchema,
  }),
  mergeDemand: operation({
    ...changes,
    path: '/demands/:id/merge',
    summary: 'Merge a demand into another that asks for the same',
    body: mergeDemandSchema,
  }),
  declineDemand: operation({
    ...changes,
    path: '/demands/:id/decline',
    summary: 'Decline a demand, with the reason that its requester reads',
    body: declineDemandSchema,
  }),
  reopenDemand: operation({
    ...changes,
    path: '/demands/:id/reopen',
    summary: 'Open a declined demand again',
    body: reopenDemandSchema,
  }),
  planDemand: operation({
    ...changes,
    path: '/demands/:id/plan',
    summary: 'Say which plan under way fulfils a demand, or that another one does',
    body: planDemandSchema,
  }),
};
