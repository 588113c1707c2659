import { z } from 'zod';
import { instantSchema } from '../instant';
import { idSchema } from '../refs';

/**
 * What becomes of subscriptions when an offer is replaced or ends: moved at once, moved on a date, moved when
 * the consumer chooses, or ended with it.
 * @public
 */
export const subscriptionMoveSchema = z
  .discriminatedUnion('when', [
    z.strictObject({ when: z.literal('now') }),
    z.strictObject({ when: z.literal('on-date'), at: instantSchema }),
    z.strictObject({ when: z.literal('consumer-chooses') }),
    z.strictObject({ when: z.literal('end') }),
  ])
  .meta({ id: 'SubscriptionMove' });

/** What becomes of subscriptions. @public */
export type SubscriptionMove = z.infer<typeof subscriptionMoveSchema>;

/** What the offer replaces, what replaces it, and how subscriptions move (material). @public */
export const successionSchema = z
  .strictObject({
    replaces: z.array(idSchema).max(20).default([]),
    replacedBy: idSchema.optional(),
    subscriptions: subscriptionMoveSchema.optional(),
  })
  .meta({ id: 'Succession' });
