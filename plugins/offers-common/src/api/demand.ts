import { z } from 'zod';
import { demandKindSchema, demandPrioritySchema, demandSourceSchema } from '../demand/demand';
import { namesOffers } from '../demand/namesOffers';
import { demandStateSchema } from '../demand/demandStates';
import { localTimeSchema } from '../instant';
import { planStateSchema } from '../lifecycle/planStates';
import { entityRefSchema, idSchema, webAddressSchema } from '../refs';
import { productReleaseRefSchema } from '../releases/productRelease';
import { deliverySummarySchema } from './deliveries';
import { cursorSchema, limitSchema, pageOf } from './paging';

const reason = (words: string) =>
  z.string().trim().min(1, words).max(2000, 'A reason has at most 2,000 characters');

/** A wish for a new offer, a bundle, a change or a termination. @public */
export const raiseDemandSchema = z
  .strictObject({
    kind: demandKindSchema,
    source: demandSourceSchema
      .optional()
      .meta({ description: 'As what it is raised; what fits the roles of the person unless told' }),
    title: z.string().trim().min(1, 'Give the demand a title').max(120),
    description: z
      .string()
      .trim()
      .max(10_000, 'A description has at most 10,000 characters')
      .default('')
      .meta({ description: 'Markdown' }),
    wantedBy: localTimeSchema.optional(),
    offerIds: z.array(idSchema).max(20, 'A demand names at most 20 offers').default([]),
    entities: z.array(entityRefSchema).max(20, 'A demand names at most 20 entities').default([]),
    reference: webAddressSchema
      .optional()
      .meta({ description: 'Where the wish stands elsewhere: an issue, a page' }),
  })
  .refine(({ kind, offerIds }) => !namesOffers(kind) || offerIds.length > 0, {
    path: ['offerIds'],
    error: 'Name the offers that shall change or end',
  })
  .meta({ id: 'RaiseDemand' });

/** A wish for a new offer, a bundle, a change or a termination. @public */
export type RaiseDemand = z.output<typeof raiseDemandSchema>;

/** Who takes care of a demand: a person or a group. @public */
export const assigneeSchema = entityRefSchema.refine(
  ref => /^(user|group):/.test(ref),
  'Name a person (user:default/ada) or a group (group:default/payments)',
);

/** What whoever triages a demand says of it; what is absent is taken away. @public */
export const triageDemandSchema = z
  .strictObject({
    priority: demandPrioritySchema,
    assignee: assigneeSchema.optional(),
    note: z.string().trim().max(2000, 'A note has at most 2,000 characters').default(''),
  })
  .meta({ id: 'TriageDemand' });

/** What whoever triages a demand says of it. @public */
export type TriageDemand = z.output<typeof triageDemandSchema>;

/** Into which demand another is merged. @public */
export const mergeDemandSchema = z.strictObject({ into: idSchema }).meta({ id: 'MergeDemand' });

/** Why a demand is declined: its requester reads it. @public */
export const declineDemandSchema = z
  .strictObject({ reason: reason('Say why the demand is declined') })
  .meta({ id: 'DeclineDemand' });

/** Why a declined demand is opened again. @public */
export const reopenDemandSchema = z
  .strictObject({ reason: reason('Say why the demand is opened again') })
  .meta({ id: 'ReopenDemand' });

/** The plan that fulfils a demand. @public */
export const planDemandSchema = z.strictObject({ planId: idSchema }).meta({ id: 'PlanDemand' });

/** How demands are filtered and paged. @public */
export const demandsQuerySchema = z.strictObject({
  state: demandStateSchema.optional(),
  kind: demandKindSchema.optional(),
  source: demandSourceSchema.optional(),
  offer: idSchema.optional().meta({ description: 'Id of an offer that it names' }),
  product: entityRefSchema.optional().meta({ description: 'An entity that it names' }),
  assignee: assigneeSchema.optional(),
  requestedBy: z
    .union([z.literal('me'), entityRefSchema])
    .optional()
    .meta({ description: '`me`, or another person for staff' }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

/** How demands are filtered and paged. @public */
export type DemandsQuery = z.output<typeof demandsQuerySchema>;

const demandHead = {
  id: idSchema,
  kind: demandKindSchema,
  source: demandSourceSchema,
  state: demandStateSchema,
  title: z.string(),
  requestedBy: z.string(),
  wantedBy: z.string().optional().meta({ description: 'UTC instant' }),
  wantedZone: z.string().optional().meta({ description: 'IANA zone in which it was chosen' }),
  productRelease: productReleaseRefSchema.optional(),
  priority: demandPrioritySchema.optional().meta({ description: 'For staff' }),
  assignee: z.string().optional().meta({ description: 'For staff' }),
  offers: z
    .array(z.strictObject({ id: z.string(), name: z.string(), title: z.string() }))
    .meta({ description: 'Of the offers that it names, those that the reader may see now' }),
  revision: z.int().meta({ description: 'Send it back as If-Match: "<revision>"' }),
  createdAt: z.string(),
  updatedAt: z.string(),
};

/** A demand in a list; of many offers the first 20. @public */
export const demandSummarySchema = z.strictObject(demandHead).meta({ id: 'DemandSummary' });

/** A demand in a list. @public */
export type DemandSummary = z.infer<typeof demandSummarySchema>;

/** A page of demands. @public */
export const demandPageSchema = pageOf(demandSummarySchema).meta({ id: 'DemandPage' });

/** A page of demands. @public */
export type DemandPage = z.infer<typeof demandPageSchema>;

/** One thing that happened to a demand. @public */
export const demandHappeningSchema = z
  .strictObject({
    at: z.string(),
    by: z.string(),
    event: z.enum([
      'raise',
      'triage',
      'plan',
      'replan',
      'unplan',
      'finish',
      'decline',
      'merge',
      'take-in',
      'reopen',
    ]),
    reason: z.string().optional(),
  })
  .meta({ id: 'DemandHappening' });

/** One thing that happened to a demand. @public */
export type DemandHappening = z.infer<typeof demandHappeningSchema>;

/** Everything about a demand; of many offers the first 200. Its requester reads less of it than staff. @public */
export const demandSchema = z
  .strictObject({
    ...demandHead,
    description: z.string(),
    entities: z.array(z.string()),
    reference: z.string().optional(),
    declinedFor: z.string().optional(),
    triageNote: z.string().optional().meta({ description: 'For staff' }),
    mergedInto: z
      .strictObject({ id: idSchema, state: demandStateSchema })
      .optional()
      .meta({ description: 'The demand that is worked on in place of this one, and its state' }),
    tookIn: z
      .array(z.strictObject({ id: idSchema, title: z.string(), requestedBy: z.string() }))
      .optional()
      .meta({ description: 'For staff: the demands that were merged into this one' }),
    told: z.array(deliverySummarySchema).optional().meta({
      description: 'For staff: what its requester was told in person, and whether it arrived',
    }),
    namedOffers: z.int().optional().meta({ description: 'For staff: how many offers it names' }),
    plan: z
      .strictObject({ id: idSchema, title: z.string(), state: planStateSchema })
      .optional()
      .meta({ description: 'For staff' }),
    history: z.array(demandHappeningSchema),
    can: z.strictObject({
      triage: z.boolean(),
      plan: z.boolean(),
      merge: z.boolean(),
      decline: z.boolean(),
      reopen: z.boolean(),
    }),
  })
  .meta({ id: 'Demand' });

/** Everything about a demand. @public */
export type Demand = z.infer<typeof demandSchema>;
