import { z } from 'zod';
import {
  approvalProgressSchema,
  decisionSchema,
  planApprovalSchema,
  verdictSchema,
} from '../approval/approval';
import { gateSchema } from '../gates/gate';
import { offerImpactSchema, reachSchema } from '../impact/impact';
import { instantSchema } from '../instant';
import { changeSchema } from '../impact/differences';
import { planStateSchema } from '../lifecycle/planStates';
import {
  calendarEventSchema,
  calendarPlanSchema,
  clashSchema,
  freezeSchema,
} from '../plan/calendar';
import { planChangeSchema } from '../plan/changes';
import { planTurnSchema } from '../plan/planTurn';
import { scenarioSchema } from '../plan/scenario';
import { terminationSchema } from '../plan/terminations';
import { idSchema } from '../refs';
import { deliverySummarySchema } from './deliveries';
import { cursorSchema, limitSchema, pageOf } from './paging';

/** How plans are filtered and paged. @public */
export const plansQuerySchema = z.strictObject({
  state: planStateSchema.optional(),
  scenario: scenarioSchema.optional(),
  offer: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Id or name of an offer that the plan brings' }),
  requestedBy: z.literal('me').optional().meta({ description: 'Made or submitted by the caller' }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

/** How plans are filtered and paged. @public */
export type PlansQuery = z.output<typeof plansQuerySchema>;

const offerInPlan = z.strictObject({ id: z.string(), name: z.string(), title: z.string() });

const planHead = {
  id: idSchema,
  title: z.string(),
  scenario: scenarioSchema,
  state: planStateSchema,
  stage: z.enum(['define', 'implement', 'publish', 'ended']),
  releaseAt: z.string().meta({ description: 'UTC instant of the planned release' }),
  releaseZone: z.string().meta({ description: 'IANA zone in which the date was chosen' }),
  preparationAt: z
    .string()
    .optional()
    .meta({ description: 'UTC instant from which it is prepared' }),
  preparationZone: z.string().optional(),
  createdBy: z.string(),
  offers: z.array(offerInPlan).meta({ description: 'Offers of which it brings a version' }),
  ends: z.array(offerInPlan).meta({ description: 'Offers that it ends' }),
  approval: approvalProgressSchema,
  revision: z.int().meta({ description: 'Send it back as If-Match: "<revision>"' }),
  updatedAt: z.string(),
};

/** A plan in a list. @public */
export const planSummarySchema = z.strictObject(planHead).meta({ id: 'PlanSummary' });

/** A plan in a list. @public */
export type PlanSummary = z.infer<typeof planSummarySchema>;

/** A page of plans. @public */
export const planPageSchema = pageOf(planSummarySchema).meta({ id: 'PlanPage' });

/** A page of plans. @public */
export type PlanPage = z.infer<typeof planPageSchema>;

/** Everything about a plan. @public */
export const planSchema = z
  .strictObject({
    ...planHead,
    approval: planApprovalSchema,
    note: z.string(),
    contentHash: z.string().meta({ description: 'What a decision is given on' }),
    submittedBy: z.string().optional(),
    submittedAt: z.string().optional(),
    releasedBy: z.string().optional(),
    releasedAt: z.string().optional(),
    terminations: z.array(terminationSchema),
    changes: z
      .array(planChangeSchema)
      .meta({ description: 'Changes of structure and views that it brings' }),
    structure: z.array(changeSchema).meta({ description: 'What those change, in words' }),
    implementers: z.array(z.string()),
    toldFor: z
      .string()
      .optional()
      .meta({ description: 'The release date that those concerned were told' }),
    gate: gateSchema,
    impact: z.array(offerImpactSchema),
    decisions: z.array(decisionSchema),
    approvers: z.array(z.string()),
    deliveries: z.array(deliverySummarySchema),
    can: z.strictObject({
      edit: z.boolean(),
      submit: z.boolean(),
      decide: z.boolean(),
      implement: z.boolean(),
      makeReady: z.boolean(),
      release: z.boolean(),
      cancel: z.boolean(),
      breakGlass: z.boolean(),
    }),
    decideRefusal: z.string().optional().meta({ description: 'Why this person cannot decide' }),
    decideIn: z.enum(['anywhere', 'portal']).meta({
      description: 'Where the step that waits is decided',
    }),
    onBehalfOf: z.string().optional().meta({
      description: 'For whom this person would decide, as their stand-in',
    }),
    turn: planTurnSchema.optional().meta({
      description:
        'What brought it into the state that it is in; only where one plan is read, and it was submitted once',
    }),
    url: z.string(),
  })
  .meta({ id: 'Plan' });

/** Everything about a plan. @public */
export type Plan = z.infer<typeof planSchema>;

/** A decision on what the decider saw. @public */
export const decideSchema = z
  .strictObject({
    verdict: verdictSchema,
    contentHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'Send the contentHash of the plan that was shown'),
    reason: z.string().trim().max(2000, 'A reason has at most 2,000 characters').optional(),
    inBatch: z.boolean().optional().meta({
      description: 'Decided together with others: only where the policy calls the step low-risk',
    }),
  })
  .meta({ id: 'Decide' });

/** A decision on what the decider saw. @public */
export type Decide = z.output<typeof decideSchema>;

/** Approve alone, in an emergency. @public */
export const breakGlassSchema = z
  .strictObject({
    contentHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'Send the contentHash of the plan that was shown'),
    reason: z.string().trim().min(1, 'Say what the emergency is').max(2000),
  })
  .meta({ id: 'BreakGlass' });

/** Approve alone, in an emergency. @public */
export type BreakGlass = z.output<typeof breakGlassSchema>;

/** What the release of a plan would do, now. @public */
export const releasePreviewSchema = z
  .strictObject({
    planId: z.string(),
    title: z.string(),
    state: planStateSchema,
    contentHash: z.string(),
    releasable: z.boolean(),
    refusal: z.string().optional(),
    gates: z.array(gateSchema),
    effects: z.array(
      z.strictObject({
        offerId: z.string(),
        name: z.string(),
        title: z.string(),
        from: z.string(),
        until: z.string().optional(),
        existingFrom: z.string().optional().meta({
          description: 'From when its prices are for subscriptions that exist too',
        }),
        audience: z.array(reachSchema),
        mayOrder: z.array(reachSchema),
        channels: z.array(
          z.strictObject({
            channel: z.string(),
            mayHear: z.boolean(),
            reason: z.string().optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ReleasePreview' });

/** What the release of a plan would do, now. @public */
export type ReleasePreview = z.infer<typeof releasePreviewSchema>;

/** Release what was previewed. @public */
export const releaseSchema = z
  .strictObject({
    contentHash: z.string().regex(/^[0-9a-f]{64}$/, 'Send the contentHash of the preview'),
  })
  .meta({ id: 'Release' });

/** Cancel a plan. @public */
export const cancelPlanSchema = z
  .strictObject({
    reason: z.string().trim().min(1, 'Say why the plan is cancelled').max(2000),
  })
  .meta({ id: 'CancelPlan' });

const personRef = z
  .string()
  .trim()
  .toLowerCase()
  .max(255)
  .regex(/^user:[a-z0-9._-]+\/[a-z0-9._-]+$/, 'Name people, such as user:default/ada')
  .meta({ example: 'user:default/ada' });

/** Who implements an approved plan. @public */
export const implementPlanSchema = z
  .strictObject({
    implementers: z.array(personRef).max(50).default([]),
  })
  .meta({ id: 'ImplementPlan' });

/** Who implements an approved plan. @public */
export type ImplementPlan = z.output<typeof implementPlanSchema>;

/** The time that a calendar shows; half-open. @public */
export const calendarQuerySchema = z.strictObject({ from: instantSchema, until: instantSchema });

/** The time that a calendar shows. @public */
export type CalendarQuery = z.output<typeof calendarQuerySchema>;

/** Every date of plans within a time, and what gets in each other's way. @public */
export const planCalendarSchema = z
  .strictObject({
    events: z.array(calendarEventSchema),
    plans: z.array(calendarPlanSchema),
    clashes: z.array(clashSchema),
    freezes: z.array(freezeSchema),
  })
  .meta({ id: 'PlanCalendar' });

/** Every date of plans within a time, and what gets in each other's way. @public */
export type PlanCalendar = z.infer<typeof planCalendarSchema>;
