import { z } from 'zod';
import { offerNameSchema } from '../refs';
import { operation } from './operation';
import { quotedOfferSchema, quoteRequestSchema } from './pricing';

/** The operations on prices. */
export const pricingOperations = {
  quoteOffer: operation({
    method: 'post',
    path: '/catalogue/offers/:name/quote',
    summary: 'What an offer costs with some choices, item by item, for who may see it',
    tag: 'catalogue',
    caller: 'user',
    params: z.strictObject({ name: offerNameSchema.meta({ description: 'Name of the offer' }) }),
    body: quoteRequestSchema,
    status: 200,
    response: quotedOfferSchema,
    problems: [
      'invalid-input',
      'not-signed-in',
      'not-allowed',
      'not-found',
      'no-price',
      'not-orderable',
    ],
  }),
};
