import { z } from 'zod';
import { structureChangeSchema } from '../structure/changes';

/** A change of structure or of a view that travels in a plan. @public */
export const planChangeSchema = structureChangeSchema.meta({ id: 'PlanChange' });

/** A change of structure or of a view that travels in a plan. @public */
export type PlanChange = z.output<typeof planChangeSchema>;
