import { z } from 'zod';

/** What a gate's criterion says: met, or missing with what to do and where. @public */
export const criterionSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    state: z.enum(['met', 'missing']),
    remedy: z.string().optional().meta({ description: 'What to do, when missing' }),
    field: z
      .string()
      .optional()
      .meta({ description: 'Where to add it: a path in the draft, such as content.pricing.costs' }),
    offerId: z.string().optional(),
  })
  .meta({ id: 'Criterion' });

/** What a gate's criterion says. @public */
export type Criterion = z.infer<typeof criterionSchema>;

/** The exit or entry criteria of a stage, checked by code. @public */
export const gateSchema = z
  .strictObject({
    gate: z.enum(['define-exit', 'implement-exit', 'publish-entry']),
    met: z.boolean(),
    criteria: z.array(criterionSchema),
  })
  .meta({ id: 'Gate' });

/** The exit or entry criteria of a stage. @public */
export type Gate = z.infer<typeof gateSchema>;

/** A criterion from a condition. @public */
export function criterion(
  id: string,
  title: string,
  holds: boolean,
  missing: { remedy: string; field?: string },
): Criterion {
  return holds ? { id, title, state: 'met' } : { id, title, state: 'missing', ...missing };
}

/** A gate from its criteria: met when each of them is. @public */
export function gateOf(gate: Gate['gate'], criteria: Criterion[]): Gate {
  return { gate, met: criteria.every(({ state }) => state === 'met'), criteria };
}
