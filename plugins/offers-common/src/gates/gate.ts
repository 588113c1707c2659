import { z } from 'zod';
import { isBlocking } from './isBlocking';

/** A waiver as a criterion shows it: who lets it pass, why, and until when (excluded). @public */
export const waiverShownSchema = z
  .strictObject({ id: z.string(), by: z.string(), reason: z.string(), until: z.string() })
  .meta({ id: 'WaiverShown' });

/** What a gate's criterion says: met, missing with what to do and where, or waived by whom until when. @public */
export const criterionSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    state: z.enum(['met', 'missing', 'waived']),
    remedy: z.string().optional().meta({ description: 'What to do, when missing' }),
    field: z
      .string()
      .optional()
      .meta({ description: 'Where to add it: a path in the draft, such as content.pricing.costs' }),
    offerId: z.string().optional(),
    consequence: z.enum(['held', 'warning']).optional().meta({
      description:
        'When missing: what follows instead of a stop. `held`: it waits to be orderable; `warning`: it should be looked at',
    }),
    waiver: waiverShownSchema.optional(),
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
  missing: Pick<Criterion, 'field' | 'consequence'> & { remedy: string },
): Criterion {
  return holds ? { id, title, state: 'met' } : { id, title, state: 'missing', ...missing };
}

/** A gate from its criteria: met when none of them stops the plan. @public */
export function gateOf(gate: Gate['gate'], criteria: Criterion[]): Gate {
  return { gate, met: !criteria.some(isBlocking), criteria };
}
