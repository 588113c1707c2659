import { z } from 'zod';
import { surfaceSchema } from '../approval/approval';
import { PLAN_TURNS } from '../vocabulary';

/** What brings a plan into another state. @public */
export const planTurnKindSchema = z.enum(PLAN_TURNS).meta({ id: 'PlanTurnKind' });

/** What brings a plan into another state. @public */
export type PlanTurnKind = z.infer<typeof planTurnKindSchema>;

/** What brought a plan into the state that it is in: who, when, where and why. @public */
export const planTurnSchema = z
  .strictObject({
    what: planTurnKindSchema,
    by: z.string(),
    at: z.string(),
    surface: surfaceSchema,
    reason: z.string().optional(),
  })
  .meta({ id: 'PlanTurn' });

/** What brought a plan into the state that it is in. @public */
export type PlanTurn = z.infer<typeof planTurnSchema>;
