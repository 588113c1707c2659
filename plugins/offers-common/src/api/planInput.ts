import { z } from 'zod';
import { localTimeSchema } from '../instant';
import { planChangeSchema } from '../plan/changes';
import { scenarioSchema } from '../plan/scenario';
import { terminationInputSchema } from '../plan/terminations';
import { idSchema } from '../refs';

/* Apart from what is answered about plans: pages check what is written by these, and need no more of the API. */

const title = z.string().trim().min(1, 'Give the plan a title').max(120);
const note = z.string().trim().max(2000, 'A note has at most 2,000 characters');

const offerIds = z.array(idSchema).max(50, 'A plan brings at most 50 offers');
const terminations = z.array(terminationInputSchema).max(50, 'A plan ends at most 50 offers');
const changes = z.array(planChangeSchema).max(100, 'A plan brings at most 100 changes');

/**
 * What is said of a new plan, whatever it brings.
 * @public
 */
export const newPlanFields = {
  title: title.optional().meta({ description: 'Absent: named by what it brings' }),
  release: localTimeSchema,
  preparation: localTimeSchema
    .optional()
    .meta({ description: 'When it is prepared, before its release' }),
  note: note.default(''),
  demandIds: z
    .array(idSchema)
    .max(50, 'A plan fulfils at most 50 demands')
    .default([])
    .meta({ description: 'The demands that it fulfils' }),
};

/** A new plan. @public */
export const createPlanSchema = z
  .strictObject({
    scenario: scenarioSchema,
    offerIds: offerIds.default([]),
    terminations: terminations.default([]),
    changes: changes.default([]),
    ...newPlanFields,
  })
  .meta({ id: 'CreatePlan' });

/** A new plan. @public */
export type CreatePlan = z.output<typeof createPlanSchema>;

/** What changes in a plan; what is absent stays. @public */
export const patchPlanSchema = z
  .strictObject({
    title: title.optional(),
    release: localTimeSchema.optional(),
    preparation: localTimeSchema.nullable().optional(),
    offerIds: offerIds.optional(),
    terminations: terminations.optional(),
    changes: changes.optional(),
    note: note.optional(),
  })
  .meta({ id: 'PatchPlan' });

/** What changes in a plan. @public */
export type PatchPlan = z.output<typeof patchPlanSchema>;
