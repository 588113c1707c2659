import { z } from 'zod';
import { idSchema } from '../refs';
import { jsonSchema } from './json';
import { quantitySchema } from './pricing';

const key = z
  .string()
  .max(40)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'Use lower-case letters, digits and single hyphens, such as database',
  );

/** Where an option of a member gets its value: from an option of the bundle, or a value of its own. @public */
export const optionSourceSchema = z
  .union([
    z.strictObject({ from: z.string().min(1, 'Name the option of the bundle').max(200) }),
    z.strictObject({ value: jsonSchema }),
  ])
  .meta({ id: 'OptionSource' });

/** One member of a bundle: an offer, how many, what it waits for, and how its options are filled. @public */
export const bundleStepSchema = z
  .strictObject({
    key,
    offerId: idSchema,
    quantity: z.int().min(1).max(1000).default(1),
    after: z.array(key).max(50).default([]).meta({ description: 'Steps that must be done before' }),
    options: z.record(z.string().min(1).max(200), optionSourceSchema).default({}),
    optional: z.boolean().default(false),
    choice: key.optional().meta({ description: 'The choice that this step is one of' }),
    onFailure: z
      .enum(['undo', 'keep'])
      .default('undo')
      .meta({ description: 'What becomes of this step when a later one fails (rule 9)' }),
  })
  .meta({ id: 'BundleStep' });

/** One member of a bundle. @public */
export type BundleStep = z.infer<typeof bundleStepSchema>;

/** A group of steps of which the consumer takes some. @public */
export const bundleChoiceSchema = z
  .strictObject({
    key,
    title: z.string().trim().min(1, 'Say what is chosen').max(120),
    atLeast: z.int().min(0).max(50).default(1),
    atMost: z.int().min(1).max(50).default(1),
  })
  .refine(({ atLeast, atMost }) => atLeast <= atMost, {
    error: 'Let the most be at least the least',
    path: ['atMost'],
  })
  .meta({ id: 'BundleChoice' });

/**
 * What the bundle costs: the sum of its members, that sum less a discount, or the bundle's own price lists
 * whatever the members cost.
 * @public
 */
export const bundlePriceSchema = z
  .discriminatedUnion('rule', [
    z.strictObject({ rule: z.literal('sum') }),
    z.strictObject({
      rule: z.literal('discount'),
      percent: quantitySchema.refine(
        value => Number(value) <= 100,
        'Give a discount from 0 to 100',
      ),
    }),
    z.strictObject({ rule: z.literal('fixed') }),
  ])
  .meta({ id: 'BundlePrice' });

/** Several offers ordered as one, in an order (material). @public */
export const bundleSchema = z
  .strictObject({
    steps: z
      .array(bundleStepSchema)
      .min(1, 'Add a member')
      .max(50, 'A bundle has at most 50 steps'),
    choices: z.array(bundleChoiceSchema).max(20).default([]),
    price: bundlePriceSchema.default({ rule: 'sum' }),
  })
  .meta({ id: 'Bundle' });

/** Several offers ordered as one, in an order. @public */
export type Bundle = z.infer<typeof bundleSchema>;
