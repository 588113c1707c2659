import { z } from 'zod';
import { jsonSchema } from '../content/json';
import { periodSchema } from '../content/pricing';
import { currencySchema } from '../money';
import { FieldProblem } from '../problems';
import { slugSchema } from '../refs';

/** An amount of a quote: a decimal in a string; a discount is negative. @public */
export const signedAmountSchema = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ id: 'SignedAmount', example: '-12.00' });

/** One line of a quote: what it is for, how often, how many, and where it comes from. @public */
export const quoteLineSchema = z
  .strictObject({
    label: z.string(),
    kind: z.enum(['one-off', 'recurring', 'usage']),
    period: periodSchema.optional(),
    unit: z.string().optional(),
    quantity: z
      .string()
      .optional()
      .meta({ description: 'Absent for usage of which no estimate was given' }),
    unitAmount: signedAmountSchema.meta({ description: 'Exact: not rounded' }),
    amount: signedAmountSchema.optional().meta({
      description: "Quantity times unit amount, rounded half to even to the currency's digits",
    }),
    source: z.enum(['price-list', 'option', 'toggle', 'member', 'discount']),
    option: z.string().optional().meta({ description: 'The option or toggle that it comes from' }),
    step: z
      .string()
      .optional()
      .meta({ description: 'The step of the bundle; steps of a bundle within follow after a /' }),
  })
  .meta({
    id: 'QuoteLine',
    example: {
      label: 'Use',
      kind: 'recurring',
      period: 'month',
      quantity: '2',
      unitAmount: '49.90',
      amount: '99.80',
      source: 'price-list',
    },
  });

/** One line of a quote. @public */
export type QuoteLine = z.infer<typeof quoteLineSchema>;

/** What the lines of a quote come to. @public */
export const quoteTotalsSchema = z
  .strictObject({
    oneOff: signedAmountSchema,
    recurring: z.array(z.strictObject({ period: periodSchema, amount: signedAmountSchema })),
    usage: signedAmountSchema
      .optional()
      .meta({ description: 'Of a month; only what an estimate was given for' }),
    firstYear: signedAmountSchema.meta({
      description: 'One-off charges once, recurring ones and estimated usage for twelve months',
    }),
  })
  .meta({ id: 'QuoteTotals' });

/** What the lines of a quote come to. @public */
export type QuoteTotals = z.infer<typeof quoteTotalsSchema>;

/** What was chosen: the asked values, the defaults, and what the offer fixes. @public */
export const choicesSchema = z
  .strictObject({
    options: z.record(z.string(), jsonSchema),
    toggles: z.record(z.string(), z.boolean()),
    steps: z.array(z.string()).meta({ description: 'The steps of a bundle that are taken' }),
  })
  .meta({ id: 'Choices' });

/** What was chosen. @public */
export type Choices = z.infer<typeof choicesSchema>;

/** What a version costs a viewer, with what they chose, at an instant, item by item. @public */
export const quoteSchema = z
  .strictObject({
    at: z.string(),
    currency: currencySchema,
    currencies: z.array(currencySchema).meta({
      description:
        'In which the same choices have a price for the viewer; of a bundle, in which each member has one',
    }),
    priceList: z
      .strictObject({
        list: slugSchema.optional(),
        fit: z.enum(['person', 'group', 'everyone']),
      })
      .optional()
      .meta({ description: 'The price list used; absent for a bundle that its members price' }),
    quantity: z.int(),
    choices: choicesSchema,
    members: z.array(
      z.strictObject({
        step: z.string(),
        title: z.string(),
        version: z.int(),
        quantity: z.string(),
      }),
    ),
    lines: z.array(quoteLineSchema),
    totals: quoteTotalsSchema,
    notes: z.array(z.string()),
  })
  .meta({ id: 'Quote' });

/** What a version costs a viewer. @public */
export type Quote = z.infer<typeof quoteSchema>;

/** Why there is no quote: a code of the table of problems, what to do, and the fields to mend. @public */
export interface QuoteRefusal {
  code: 'invalid-input' | 'no-price' | 'not-orderable';
  message: string;
  fields: FieldProblem[];
}

/** A quote, or why there is none. @public */
export type QuoteResult = { ok: true; quote: Quote } | { ok: false; refusal: QuoteRefusal };
