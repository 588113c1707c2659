import { z } from 'zod';
import { amountSchema, currencySchema } from '../money';

/** How often a recurring charge or cost comes. @public */
export const periodSchema = z.enum(['month', 'quarter', 'year']).meta({ id: 'Period' });

/** How often a recurring charge or cost comes. @public */
export type Period = z.infer<typeof periodSchema>;

const label = z.string().trim().min(1, 'Say what it is for').max(120);

/** One price: once, each period, or for each unit used (TM Forum 620: one time, recurring, usage). @public */
export const chargeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('one-off'), label, amount: amountSchema }),
    z.strictObject({
      kind: z.literal('recurring'),
      label,
      amount: amountSchema,
      period: periodSchema,
    }),
    z.strictObject({
      kind: z.literal('usage'),
      label,
      amount: amountSchema,
      unit: z.string().trim().min(1, 'Name the unit, such as GB').max(40),
    }),
  ])
  .meta({ id: 'Charge' });

/** One price. @public */
export type Charge = z.infer<typeof chargeSchema>;

/** The charges of the offer in one currency. @public */
export const priceListSchema = z
  .strictObject({
    currency: currencySchema,
    charges: z.array(chargeSchema).min(1, 'Add a charge; a free offer has one of 0').max(50),
  })
  .meta({ id: 'PriceList' });

/** The charges of the offer in one currency. @public */
export type PriceList = z.infer<typeof priceListSchema>;

/** What providing it costs; confidential. @public */
export const costLineSchema = z
  .strictObject({
    label,
    currency: currencySchema,
    amount: amountSchema,
    period: z.union([z.literal('once'), periodSchema]),
  })
  .meta({ id: 'CostLine' });

/** What providing it costs. @public */
export type CostLine = z.infer<typeof costLineSchema>;

/** Prices, cost and the lowest margin that is allowed (material). @public */
export const pricingSchema = z
  .strictObject({
    priceLists: z
      .array(priceListSchema)
      .max(20)
      .refine(lists => new Set(lists.map(list => list.currency)).size === lists.length, {
        error: 'Give one price list for each currency',
      })
      .default([]),
    costs: z.array(costLineSchema).max(50).default([]),
    marginFloorPercent: z
      .string()
      .regex(/^\d{1,2}(\.\d{1,2})?$/, 'Give a percentage from 0 to 99.99')
      .optional()
      .meta({ example: '10' }),
  })
  .meta({ id: 'Pricing' });

/** Prices, cost and margin floor. @public */
export type Pricing = z.infer<typeof pricingSchema>;
