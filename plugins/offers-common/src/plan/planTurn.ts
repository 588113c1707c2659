import { z } from 'zod';
import { surfaceSchema } from '../approval/approval';

/** What brings a plan into another state. @public */
export const planTurnKindSchema = z
  .enum([
    'submit',
    'approve',
    'reject',
    'request-changes',
    'void-approvals',
    'withdraw',
    'expire',
    'break-glass',
    'implement',
    'make-ready',
    'release',
    'cancel',
  ])
  .meta({ id: 'PlanTurnKind' });

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
