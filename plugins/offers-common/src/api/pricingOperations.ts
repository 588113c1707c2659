import { z } from 'zod';
import { offerNameSchema } from '../refs';
import { operation } from './operation';
import { planSchema } from './plans';
import {
  planRecalculationSchema,
  previewRecalculationSchema,
  recalculationPreviewSchema,
} from './recalculation';
import { quotedOfferSchema, quoteRequestSchema } from './pricing';

/** The operations on prices. */
export const pricingOperations = {
  quoteOffer: operation({
    method: 'post',
    path: '/catalogue/offers/:name/quote',
    summary: 'What an offer costs with some choices, item by item, for who may see it',
    tag: 'catalogue',
    caller: 'anyone',
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
  planRecalculation: operation({
    method: 'post',
    path: '/price-recalculations',
    summary:
      'Plan a recalculation: the next version of each offer with its new prices, in one plan, or nothing',
    tag: 'plans',
    caller: 'user',
    body: planRecalculationSchema,
    idempotent: true,
    status: 201,
    response: planSchema,
    problems: [
      'invalid-input',
      'not-signed-in',
      'not-allowed',
      'not-found',
      'offer-in-plan',
      'not-recalculable',
      'wrong-state',
    ],
  }),
};
