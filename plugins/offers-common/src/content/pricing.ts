import { z } from 'zod';
import { instantSchema } from '../instant';
import { amountSchema, currencySchema } from '../money';
import { principalSchema, slugSchema } from '../refs';

/** How often a recurring charge or cost comes. @public */
export const periodSchema = z.enum(['month', 'quarter', 'year']).meta({ id: 'Period' });

/** How often a recurring charge or cost comes. @public */
export type Period = z.infer<typeof periodSchema>;

const label = z.string().trim().min(1, 'Say what it is for').max(120);

/** A quantity: a decimal in a string, not negative. @public */
export const quantitySchema = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})(\.\d{1,6})?$/, 'Give a quantity such as 10 or 2.5')
  .meta({ id: 'Quantity', example: '100' });

/**
 * Prices by quantity, in steps that rise. `graduated`: each part of the quantity costs what its step says;
 * `volume`: the whole quantity costs what the step that it reaches says. The last step has no end.
 * @public
 */
export const tiersSchema = z
  .strictObject({
    mode: z.enum(['graduated', 'volume']),
    steps: z
      .array(z.strictObject({ upTo: quantitySchema.optional(), amount: amountSchema }))
      .min(1, 'Give at least one step')
      .max(20)
      .refine(
        steps =>
          steps.every(({ upTo }, index) => (upTo === undefined) === (index === steps.length - 1)),
        'Every step but the last says up to which quantity it goes',
      )
      .refine(
        steps =>
          steps.every(({ upTo }, index) => {
            const before = steps[index - 1]?.upTo;
            return upTo === undefined || before === undefined || Number(before) < Number(upTo);
          }),
        'Let the quantities of the steps rise',
      ),
  })
  .meta({ id: 'Tiers' });

/** Prices by quantity, in steps that rise. @public */
export type Tiers = z.infer<typeof tiersSchema>;

const priced = { label, amount: amountSchema };

/**
 * One price: once, each period, or for each unit used (TM Forum 620: one time, recurring, usage). With
 * tiers the amount of a usage charge is what its first unit costs, and the steps say the rest.
 * @public
 */
export const chargeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('one-off'), ...priced }),
    z.strictObject({ kind: z.literal('recurring'), ...priced, period: periodSchema }),
    z.strictObject({
      kind: z.literal('usage'),
      ...priced,
      unit: z.string().trim().min(1, 'Name the unit, such as GB').max(40),
      tiers: tiersSchema.optional(),
    }),
  ])
  .meta({ id: 'Charge' });

/** One price. @public */
export type Charge = z.infer<typeof chargeSchema>;

/**
 * The charges of the offer in one currency for some of its audience. `list` names a price list that is kept
 * once for many offers and gives currency and audience; they are copied here, so that a published version
 * never changes (rule 2).
 * @public
 */
export const priceListSchema = z
  .strictObject({
    list: slugSchema.optional().meta({ description: 'Id of the price list that is kept once' }),
    currency: currencySchema,
    audience: z
      .array(principalSchema)
      .max(50)
      .default([])
      .meta({ description: 'Whom these prices are for; empty: everybody who may order' }),
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

const audienceKey = ({ currency, audience }: PriceList) =>
  `${currency} ${[...audience].sort().join(' ')}`;

/** Prices, cost and the lowest margin that is allowed (material). @public */
export const pricingSchema = z
  .strictObject({
    priceLists: z
      .array(priceListSchema)
      .max(20)
      .refine(lists => new Set(lists.map(audienceKey)).size === lists.length, {
        error: 'Give one price list for each currency and audience',
      })
      .default([]),
    costs: z.array(costLineSchema).max(50).default([]),
    marginFloorPercent: z
      .string()
      .regex(/^\d{1,2}(\.\d{1,2})?$/, 'Give a percentage from 0 to 99.99')
      .optional()
      .meta({ example: '10' }),
    existingFrom: instantSchema.optional().meta({
      description:
        'From when these prices are for subscriptions that exist too; absent: they keep what was agreed (rule 10)',
    }),
  })
  .meta({ id: 'Pricing' });

/** Prices, cost and margin floor. @public */
export type Pricing = z.infer<typeof pricingSchema>;
