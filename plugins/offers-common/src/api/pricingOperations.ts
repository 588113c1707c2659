import { z } from 'zod';
import { offerNameSchema } from '../refs';
import { operation } from './operation';
import { previewRecalculationSchema, recalculationPreviewSchema } from './recalculation';
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
  previewRecalculation: operation({
    method: 'post',
    path: '/price-recalculations/preview',
    summary: 'What a recalculation of the prices of many offers would do; nothing is stored',
    tag: 'plans',
    caller: 'user',
    body: previewRecalculationSchema,
    status: 200,
    response: recalculationPreviewSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
};
