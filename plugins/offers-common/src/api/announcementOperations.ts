import { z } from 'zod';
import { idSchema } from '../refs';
import { deliverySummarySchema, failedDeliveryPageSchema, retryDeliverySchema } from './deliveries';
import { operation } from './operation';
import { cursorSchema, limitSchema } from './paging';

const byId = z.strictObject({ id: idSchema });

/** The operations of catalog managers on what could not be delivered. */
export const announcementOperations = {
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
