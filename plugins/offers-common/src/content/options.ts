import { z } from 'zod';
import { instantSchema } from '../instant';
import { currencySchema } from '../money';
import { entityRefSchema } from '../refs';
import { jsonSchema } from './json';
import { chargeSchema } from './pricing';

const optionName = z.string().trim().min(1, 'Name the option').max(200);

/** A part of the service that can be switched on or off when it is ordered. @public */
export const featureToggleSchema = z
  .strictObject({
    key: z
      .string()
      .max(60)
      .regex(
        /^[a-zA-Z][a-zA-Z0-9_-]*$/,
        'Begin the key with a letter; use letters, digits, _ and -',
      ),
    title: z.string().trim().min(1, 'Say what the toggle switches').max(120),
    default: z.boolean().default(false),
    owner: entityRefSchema.meta({ description: 'Who answers for it, and takes it out again' }),
    endsAt: instantSchema
      .optional()
      .meta({ description: 'When it is to be gone; from then on it stands at its default' }),
  })
  .meta({ id: 'FeatureToggle' });

/** A part of the service that can be switched on or off when it is ordered. @public */
export type FeatureToggle = z.infer<typeof featureToggleSchema>;

/** A per cent figure with a sign, at most two digits after the point. @public */
export const signedPercentSchema = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,2})?$/, 'Give a percentage such as 10 or -2.5')
  .meta({ id: 'SignedPercent', example: '-10' });

/**
 * What a choice does to the price. It applies when the option (or toggle) has the value `equals`; without
 * `equals`, when it is given and not false. `add` adds a charge, with `perUnit` as often as the option's number says;
 * `percent` raises or lowers the charges of the price lists, or of the members less the discount, of one kind or of all.
 * @public
 */
export const priceEffectSchema = z
  .strictObject({
    option: optionName,
    equals: jsonSchema.optional(),
    effect: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('add'),
        currency: currencySchema,
        charge: chargeSchema,
        perUnit: z.boolean().default(false),
      }),
      z.strictObject({
        kind: z.literal('percent'),
        percent: signedPercentSchema,
        of: z.enum(['all', 'one-off', 'recurring', 'usage']).default('all'),
      }),
    ]),
  })
  .meta({ id: 'PriceEffect' });

/** What a choice does to the price. @public */
export type PriceEffect = z.infer<typeof priceEffectSchema>;

/**
 * What the consumer chooses, what the offer has chosen for them, and what the choices cost (material).
 * `schema` is a JSON Schema of type object; see `checkOptions` for what it may hold.
 * @public
 */
export const optionsSchema = z
  .strictObject({
    schema: z.record(z.string(), jsonSchema).default({ type: 'object', properties: {} }),
    fixed: z.record(z.string().max(200), jsonSchema).default({}),
    toggles: z
      .array(featureToggleSchema)
      .max(50, 'An offer has at most 50 feature toggles')
      .refine(toggles => new Set(toggles.map(({ key }) => key)).size === toggles.length, {
        error: 'Give each toggle a key of its own',
      })
      .default([]),
    effects: z
      .array(priceEffectSchema)
      .max(200, 'Options have at most 200 price effects')
      .default([]),
  })
  .meta({ id: 'Options' });

/** What the consumer chooses, and what the offer has chosen. @public */
export type Options = z.infer<typeof optionsSchema>;
