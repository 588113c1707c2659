import { z } from 'zod';
import { planApprovalSchema, surfaceSchema, verdictSchema } from '../approval/approval';
import { changeSchema } from '../impact/differences';
import { offerImpactSchema } from '../impact/impact';
import { planStateSchema } from '../lifecycle/planStates';
import { clashSchema } from '../plan/calendar';
import { planTurnSchema } from '../plan/planTurn';

/** A person as a message names them. @public */
export const personSchema = z
  .strictObject({
    ref: z.string(),
    name: z.string(),
    slackUserId: z.string().optional(),
    slackTeamId: z
      .string()
      .optional()
      .meta({ description: 'The workspace of a linked account; without it, the first one' }),
  })
  .meta({ id: 'Person' });

/** A person as a message names them. @public */
export type Person = z.infer<typeof personSchema>;

/** What brought a plan into the state that it is in, as messages tell it. @public */
export const cardTurnSchema = planTurnSchema.extend({ by: personSchema }).meta({ id: 'CardTurn' });

/** What brought a plan into the state that it is in, as messages tell it. @public */
export type CardTurn = z.infer<typeof cardTurnSchema>;

/** What gets in the way of a plan, as its card tells it; of the other plan only what they share and when. @public */
export const cardClashSchema = z
  .strictObject({
    kind: clashSchema.shape.kind,
    about: z.array(z.string()).meta({ description: 'Titles of what they share, or of the freeze' }),
    from: z.string(),
    until: z.string(),
  })
  .meta({ id: 'CardClash' });

/** What gets in the way of a plan, as its card tells it. @public */
export type CardClash = z.infer<typeof cardClashSchema>;

/** What an approval card is drawn from: the state of the plan at the instant of the claim. @public */
export const planCardSchema = z
  .strictObject({
    planId: z.string(),
    title: z.string(),
    scenario: z.string(),
    state: planStateSchema,
    note: z.string(),
    contentHash: z.string(),
    requestedBy: personSchema,
    releaseAt: z.string(),
    releaseZone: z.string(),
    impact: z.array(offerImpactSchema),
    structure: z.array(changeSchema).meta({ description: 'Changes of categories and views' }),
    missing: z.array(z.string()),
    cautions: z.array(z.string()).meta({ description: 'What is missing and stops nothing' }),
    waived: z.array(
      z.strictObject({
        title: z.string(),
        by: personSchema,
        reason: z.string(),
        until: z.string(),
      }),
    ),
    clashes: z.array(cardClashSchema),
    approval: planApprovalSchema,
    turn: cardTurnSchema.optional(),
    decisions: z.array(
      z.strictObject({
        decider: personSchema,
        onBehalfOf: personSchema.optional(),
        verdict: verdictSchema,
        reason: z.string().optional(),
        at: z.string(),
        voided: z.boolean(),
      }),
    ),
    reader: z
      .strictObject({
        canDecide: z.boolean(),
        refusal: z.string().optional().meta({ description: 'Why not, while the plan waits' }),
        onBehalfOf: personSchema.optional(),
      })
      .optional()
      .meta({ description: 'What whoever reads this copy may do; absent for a channel' }),
    url: z.string(),
  })
  .meta({ id: 'PlanCard' });

/** What an approval card is drawn from. @public */
export type PlanCard = z.infer<typeof planCardSchema>;

/** What a decision note in the card's thread says. @public */
export const decisionNoteSchema = z
  .strictObject({
    decider: personSchema,
    onBehalfOf: personSchema.optional(),
    verdict: z.union([
      verdictSchema,
      z.enum(['submit', 'void-approvals', 'expire', 'break-glass', 'release', 'cancel']),
    ]),
    reason: z.string().optional(),
    at: z.string(),
    surface: surfaceSchema,
  })
  .meta({ id: 'DecisionNote' });

/** What a decision note in the card's thread says. @public */
export type DecisionNote = z.infer<typeof decisionNoteSchema>;
