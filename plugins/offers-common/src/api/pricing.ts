import { z } from 'zod';
import { jsonSchema } from '../content/json';
import { quantitySchema } from '../content/pricing';
import { instantSchema } from '../instant';
import { currencySchema } from '../money';
import { quoteSchema } from '../pricing/quoteAnswer';
import { entityRefSchema } from '../refs';

function bounded<T extends z.ZodType<object>>(schema: T, most: number, word: string): T {
  return schema.refine(record => Object.keys(record).length <= most, {
    error: `Give at most ${most} ${word}`,
  });
}

/** What a consumer would choose, and how much of it. @public */
export const quoteRequestSchema = z
  .strictObject({
    currency: currencySchema
      .optional()
      .meta({ description: "Absent: that of the consumer's most specific price list" }),
    options: bounded(z.record(z.string().max(200), jsonSchema), 200, 'options').default({}),
    toggles: bounded(z.record(z.string().max(60), z.boolean()), 50, 'toggles').default({}),
    steps: z
      .array(z.string().max(40))
      .max(50)
      .default([])
      .meta({ description: 'The optional steps of a bundle that are taken' }),
    quantity: z
      .int('Give a whole number')
      .min(1, 'Give a number from 1 to 1000')
      .max(1000, 'Give a number from 1 to 1000')
      .default(1),
    usage: bounded(z.record(z.string().max(300), quantitySchema), 50, 'units')
      .default({})
      .meta({
        description:
          'What is expected to be used in a month, by unit; where several parts of a bundle are charged by one, of each as `step/unit`, such as `database/GB`',
      }),
    viewer: entityRefSchema
      .optional()
      .meta({ description: 'Another person; for those who read the offer as staff' }),
    at: instantSchema
      .optional()
      .meta({ description: 'Another instant; for those who read the offer as staff' }),
    version: z.int().min(1).optional().meta({
      description: 'A version of the offer, the draft too; for those who read it as staff',
    }),
  })
  .meta({
    id: 'QuoteRequest',
    example: { currency: 'EUR', options: { size: 'large' }, quantity: 2, usage: { GB: '100' } },
  });

/** What a consumer would choose, and how much of it. @public */
export type QuoteRequest = z.output<typeof quoteRequestSchema>;

/** A quote with what it is of. @public */
export const quotedOfferSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    version: z.int(),
    viewer: z.string(),
    quote: quoteSchema,
  })
  .meta({ id: 'QuotedOffer' });

/** A quote with what it is of. @public */
export type QuotedOffer = z.infer<typeof quotedOfferSchema>;
