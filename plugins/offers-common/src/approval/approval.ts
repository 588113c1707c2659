import { z } from 'zod';
import { SURFACES } from '../vocabulary';

/** What an approver may say of a plan. @public */
export const verdictSchema = z
  .enum(['approve', 'reject', 'request-changes'])
  .meta({ id: 'Verdict' });

/** What an approver may say of a plan. @public */
export type Verdict = z.infer<typeof verdictSchema>;

/** Where a person acted. @public */
export const surfaceSchema = z.enum(SURFACES).meta({ id: 'Surface' });

/** Where a person acted. @public */
export type Surface = z.infer<typeof surfaceSchema>;

/** One person's decision on one content hash of a plan. @public */
export const decisionSchema = z
  .strictObject({
    decider: z.string(),
    onBehalfOf: z.string().optional().meta({ description: 'For whom the decider stood in' }),
    verdict: verdictSchema,
    step: z.string().meta({ description: 'Id of the step that it counts in' }),
    contentHash: z.string(),
    reason: z.string().optional(),
    surface: surfaceSchema,
    at: z.string(),
    voided: z.boolean().meta({
      description: 'Given on a content that changed since, or by who had a part in it',
    }),
  })
  .meta({ id: 'Decision' });

/** One person's decision on one content hash of a plan. @public */
export type Decision = z.infer<typeof decisionSchema>;

/** A decision as the rules count it. @public */
export type CountedDecision = Pick<
  Decision,
  'decider' | 'onBehalfOf' | 'verdict' | 'contentHash' | 'step'
>;

/** Where a plan's approval stands. @public */
export const approvalProgressSchema = z
  .strictObject({
    given: z.int(),
    required: z.int(),
    outcome: z.enum(['open', 'approved', 'rejected', 'changes-requested']),
  })
  .meta({ id: 'ApprovalProgress' });

/** Where a plan's approval stands. @public */
export type ApprovalProgress = z.infer<typeof approvalProgressSchema>;

/** Where one step of a plan's approval stands. @public */
export const stepProgressSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    given: z.int(),
    needed: z.int(),
    state: z.enum(['waiting', 'open', 'met']).meta({
      description: 'waiting: an earlier step comes first; open: it is its turn; met',
    }),
    approvers: z.array(z.string()),
    decideIn: z.enum(['anywhere', 'portal']),
    lowRisk: z.boolean(),
    openedAt: z.string().optional(),
    escalatesAt: z.string().optional().meta({
      description: 'From when on the fallback approvers are approvers too',
    }),
    fallback: z.array(z.string()),
  })
  .meta({ id: 'StepProgress' });

/** Where one step of a plan's approval stands. @public */
export type StepProgress = z.infer<typeof stepProgressSchema>;

/** Where a plan's approval stands, step by step. @public */
export const planApprovalSchema = approvalProgressSchema
  .extend({
    steps: z.array(stepProgressSchema),
    expiresAt: z.string().optional().meta({
      description: 'From this instant on nothing can be decided any more',
    }),
    breakGlass: z
      .strictObject({ by: z.string(), at: z.string(), reason: z.string() })
      .optional()
      .meta({ description: 'Approved by one person alone, in an emergency' }),
  })
  .meta({ id: 'PlanApproval' });

/** Where a plan's approval stands, step by step. @public */
export type PlanApproval = z.infer<typeof planApprovalSchema>;
