import { z } from 'zod';
import { priceListSchema } from '../content/pricing';
import { marginSchema } from '../pricing/margin';
import { recalculationSchema } from '../pricing/recalculate';
import { entityRefSchema, idSchema, slugSchema } from '../refs';
import { localTimeSchema } from '../instant';
import { newPlanFields } from './planFields';
import { referringOfferSchema } from './references';

/** How many offers one recalculation looks at. @public */
export const RECALCULATED_AT_MOST = 300;

/** Which offers' prices are recalculated; what is given holds together. @public */
export const priceSelectionSchema = z
  .strictObject({
    offerIds: z
      .array(idSchema)
      .min(1, 'Name an offer, or leave offerIds out')
      .max(RECALCULATED_AT_MOST, `Name at most ${RECALCULATED_AT_MOST} offers`)
      .optional(),
    category: slugSchema.optional(),
    owner: entityRefSchema.optional(),
    catalogue: slugSchema.optional(),
  })
  .refine(selection => Object.values(selection).some(value => value !== undefined), {
    error: 'Say which offers: by id, category, owner or catalogue',
  })
  .meta({ id: 'PriceSelection', example: { category: 'databases' } });

/** Which offers' prices are recalculated. @public */
export type PriceSelection = z.output<typeof priceSelectionSchema>;

const what = { selection: priceSelectionSchema, recalculation: recalculationSchema };

/** A recalculation, before anything is made of it. @public */
export const previewRecalculationSchema = z
  .strictObject({
    ...what,
    release: localTimeSchema
      .optional()
      .meta({ description: 'When the new prices are to begin; absent: now' }),
  })
  .meta({ id: 'PreviewRecalculation' });

/** A recalculation, before anything is made of it. @public */
export type PreviewRecalculation = z.output<typeof previewRecalculationSchema>;

/** A recalculation as one plan of the scenario `change`. @public */
export const planRecalculationSchema = z
  .strictObject({
    ...what,
    leaveOut: z
      .array(idSchema)
      .max(RECALCULATED_AT_MOST)
      .default([])
      .meta({ description: 'Offers of the selection that keep their prices' }),
    ...newPlanFields,
    existingFrom: localTimeSchema.optional().meta({
      description:
        'From when the new prices are for subscriptions that exist too, with the release or later; absent: never',
    }),
  })
  .meta({ id: 'PlanRecalculation' });

/** A recalculation as one plan. @public */
export type PlanRecalculation = z.output<typeof planRecalculationSchema>;

const priceListsSchema = z.array(priceListSchema);

/** What a recalculation would do, offer by offer. @public */
export const recalculationPreviewSchema = z
  .strictObject({
    offers: z.array(
      z.strictObject({
        offer: referringOfferSchema,
        before: priceListsSchema,
        after: priceListsSchema,
        margins: z
          .array(marginSchema)
          .meta({ description: 'Of the prices after, against the floor of the offer' }),
      }),
    ),
    leftOut: z.array(
      z.strictObject({ id: z.string(), name: z.string(), title: z.string(), reason: z.string() }),
    ),
  })
  .meta({ id: 'RecalculationPreview' });

/** What a recalculation would do, offer by offer. @public */
export type RecalculationPreview = z.infer<typeof recalculationPreviewSchema>;
