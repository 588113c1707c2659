import { z } from 'zod';
import { planChangeSchema } from '../plan/changes';
import { terminationInputSchema } from '../plan/terminations';
import { offersPlanSchema, planHeadPatchSchema, planOfferIdsSchema } from './planFields';

/* Apart from what is answered about plans: who writes plans needs no more of the API. */

const terminations = z.array(terminationInputSchema).max(50, 'A plan ends at most 50 offers');
const changes = z.array(planChangeSchema).max(100, 'A plan brings at most 100 changes');

/** A new plan. @public */
export const createPlanSchema = z
  .strictObject({
    ...offersPlanSchema.shape,
    terminations: terminations.default([]),
    changes: changes.default([]),
  })
  .meta({ id: 'CreatePlan' });

/** A new plan. @public */
export type CreatePlan = z.output<typeof createPlanSchema>;

/** What changes in a plan; what is absent stays. @public */
export const patchPlanSchema = z
  .strictObject({
    ...planHeadPatchSchema.shape,
    offerIds: planOfferIdsSchema.optional(),
    terminations: terminations.optional(),
    changes: changes.optional(),
  })
  .meta({ id: 'PatchPlan' });

/** What changes in a plan. @public */
export type PatchPlan = z.output<typeof patchPlanSchema>;
