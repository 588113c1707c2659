import { z } from 'zod';
import { jsonSchema } from '../content/json';

/**
 * A change of structure or of a view that travels in a plan: what kind of change, of what, and how it shall
 * be. Which kinds there are, and what their body is, the backend's registry says.
 * @public
 */
export const planChangeSchema = z
  .strictObject({
    kind: z
      .string()
      .max(40)
      .regex(/^[a-z]+(-[a-z]+)*$/, 'Name a kind of change'),
    target: z.string().trim().min(1, 'Say what is changed').max(100),
    body: z.record(z.string().max(100), jsonSchema),
  })
  .meta({ id: 'PlanChange' });

/** A change of structure or of a view that travels in a plan. @public */
export type PlanChange = z.infer<typeof planChangeSchema>;
