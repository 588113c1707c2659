import { z } from 'zod';
import { localTimeSchema } from '../instant';
import { scenarioSchema } from '../plan/scenario';
import { idSchema } from '../refs';

/* Apart from what ends and what changes in the structure: the forms of plans check what is written by these alone. */

export const planTitleSchema = z.string().trim().min(1, 'Give the plan a title').max(120);
export const planNoteSchema = z.string().trim().max(2000, 'A note has at most 2,000 characters');
export const planOfferIdsSchema = z.array(idSchema).max(50, 'A plan brings at most 50 offers');

/**
 * What is said of a new plan, whatever it brings.
 * @public
 */
export const newPlanFields = {
  title: planTitleSchema.optional().meta({ description: 'Absent: named by what it brings' }),
  release: localTimeSchema,
  preparation: localTimeSchema
    .optional()
    .meta({ description: 'When it is prepared, before its release' }),
  note: planNoteSchema.default(''),
  demandIds: z
    .array(idSchema)
    .max(50, 'A plan fulfils at most 50 demands')
    .default([])
    .meta({ description: 'The demands that it fulfils' }),
};

/** A new plan that brings offers and nothing else. @public */
export const offersPlanSchema = z.strictObject({
  scenario: scenarioSchema,
  offerIds: planOfferIdsSchema.default([]),
  ...newPlanFields,
});

/** What a plan is called, when it is released and what is noted of it, to be changed; what is absent stays. @public */
export const planHeadPatchSchema = z.strictObject({
  title: planTitleSchema.optional(),
  release: localTimeSchema.optional(),
  preparation: localTimeSchema.nullable().optional(),
  note: planNoteSchema.optional(),
});
