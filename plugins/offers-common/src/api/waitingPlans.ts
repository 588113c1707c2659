import { z } from 'zod';
import { scenarioSchema } from '../plan/scenario';
import { idSchema } from '../refs';
import { operation } from './operation';
import { cursorSchema, limitSchema } from './paging';

/** A plan that waits for a decision of whoever asks, with what it takes to decide. @public */
export const waitingPlanSchema = z
  .strictObject({
    id: idSchema,
    title: z.string(),
    scenario: scenarioSchema,
    contentHash: z.string().meta({ description: 'What a decision is given on' }),
    requestedBy: z.string(),
    requestedByName: z.string().optional().meta({ description: 'What they are called' }),
    releaseAt: z.string(),
    step: z.string().meta({ description: 'Title of the step that waits' }),
    given: z.int(),
    required: z.int(),
    waitingSince: z.string().optional(),
    expiresAt: z.string().optional(),
    decideIn: z.enum(['anywhere', 'portal']),
    lowRisk: z.boolean().meta({ description: 'May be approved together with others' }),
    onBehalfOf: z.string().optional().meta({ description: 'For whom, as their stand-in' }),
    url: z.string(),
  })
  .meta({ id: 'WaitingPlan' });

/** A plan that waits for a decision of whoever asks. @public */
export type WaitingPlan = z.infer<typeof waitingPlanSchema>;

/** The plans that wait for a decision of whoever asks. @public */
export const waitingPlansSchema = z
  .strictObject({
    items: z.array(waitingPlanSchema),
    total: z.int().meta({ description: 'How many wait in all' }),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'WaitingPlans' });

/** The plans that wait for a decision of whoever asks. @public */
export type WaitingPlans = z.infer<typeof waitingPlansSchema>;

/**
 * The operation on what waits for a person.
 * @public
 */
export const waitingOperations = {
  waitingPlans: operation({
    method: 'get',
    path: '/waiting-plans',
    summary: 'The plans that wait for a decision of the person, longest waiting first',
    tag: 'plans',
    caller: 'user',
    query: z.strictObject({ limit: limitSchema, cursor: cursorSchema.optional() }),
    status: 200,
    response: waitingPlansSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
};
