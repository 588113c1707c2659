import { z } from 'zod';
import { instantSchema } from '../instant';
import { interactionSchema } from '../interaction';
import { publicOfferReadPermission } from '../permissions';
import { operation } from './operation';
import { cursorSchema, limitSchema, pageOf } from './paging';

/** From which offer on, and until when an offer has to stay open to everyone. @public */
export const publicOffersQuerySchema = z.strictObject({
  until: instantSchema.meta({
    description: 'Only offers that are open to everyone now and then, as far as is planned',
  }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

/** From which offer on, and until when an offer has to stay open to everyone. @public */
export type PublicOffersQuery = z.output<typeof publicOffersQuerySchema>;

/** What an offer says to everyone: nothing that depends on who reads it. @public */
export const publicOfferSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    summary: z.string(),
    description: z.string(),
    tags: z.array(z.string()),
    category: z.string().optional(),
    owner: z.string().optional(),
    interaction: interactionSchema,
  })
  .meta({ id: 'PublicOffer' });

/** What an offer says to everyone. @public */
export type PublicOffer = z.infer<typeof publicOfferSchema>;

/** The operation by which an index of words reads what everyone may find. @public */
export const publicOfferOperations = {
  publicOffers: operation({
    method: 'get',
    path: '/catalogue/public-offers',
    summary: 'The offers that everyone who is signed in sees, for an index that knows no audience',
    tag: 'catalogue',
    caller: 'service',
    servicePermission: publicOfferReadPermission,
    query: publicOffersQuerySchema,
    status: 200,
    response: pageOf(publicOfferSchema),
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
};
