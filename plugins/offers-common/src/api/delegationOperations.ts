import { z } from 'zod';
import {
  createDelegationSchema,
  delegationSchema,
  delegationsSchema,
} from '../approval/delegation';
import { idSchema } from '../refs';
import { operation } from './operation';

/** The operations on who stands in for whom. */
export const delegationOperations = {
  listDelegations: operation({
    method: 'get',
    path: '/delegations',
    summary: 'Who stands in for the person, and for whom they stand in; what has ended is left out',
    tag: 'plans',
    caller: 'user',
    status: 200,
    response: delegationsSchema,
    problems: ['not-signed-in'],
  }),
  createDelegation: operation({
    method: 'post',
    path: '/delegations',
    summary: 'Let somebody decide for you for a while',
    tag: 'plans',
    caller: 'user',
    body: createDelegationSchema,
    idempotent: true,
    status: 201,
    response: delegationSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-an-approver'],
  }),
  revokeDelegation: operation({
    method: 'post',
    path: '/delegations/:id/revoke',
    summary: 'Take back a delegation that you gave, from now on',
    tag: 'plans',
    caller: 'user',
    params: z.strictObject({ id: idSchema }),
    idempotent: true,
    status: 200,
    response: delegationSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
};
