import { z } from 'zod';
import { reachSchema } from '../impact/impact';
import { instantSchema, zoneSchema } from '../instant';
import { subscriptionMoveSchema } from '../content/succession';
import { publicStateSchema } from '../lifecycle/states';
import { idSchema } from '../refs';
import { offerActs } from '../timeline/acts';

const reason = z
  .string()
  .trim()
  .min(1, 'Say why')
  .max(2000, 'A reason has at most 2,000 characters')
  .meta({ example: 'Orders fail since the last deployment' });

/** An act that needs a reason (rule 12). @public */
export const withReasonSchema = z.strictObject({ reason }).meta({ id: 'WithReason' });

/** Stop an offer. An emergency stop freezes open orders too. @public */
export const suspendOfferSchema = z
  .strictObject({ kind: z.enum(['suspend', 'emergency']).default('suspend'), reason })
  .meta({ id: 'SuspendOffer' });

/** Stop an offer. @public */
export type SuspendOffer = z.output<typeof suspendOfferSchema>;

/** What came of a review. @public */
export const reviewSuspensionSchema = z
  .strictObject({
    review: z
      .string()
      .trim()
      .min(1, 'Say what came of the review')
      .max(2000)
      .meta({ example: 'The stop was right; the runbook now checks the quota first' }),
  })
  .meta({ id: 'ReviewSuspension' });

/** What a person does with a ring. @public */
export const ringActSchema = z
  .strictObject({ act: z.enum(['promote', 'hold', 'resume', 'roll-back']), reason })
  .meta({ id: 'RingAct' });

/** What a person does with a ring. @public */
export type RingAct = z.output<typeof ringActSchema>;

/** Which version's content comes back. @public */
export const rollBackSchema = z
  .strictObject({ version: z.int('Give the number of a version').min(1).max(1_000_000), reason })
  .meta({ id: 'RollBack' });

/** Which version's content comes back. @public */
export type RollBack = z.output<typeof rollBackSchema>;

const limit = z.strictObject({ groups: z.array(z.string()), percent: z.int() });

const segment = z.strictObject({
  from: z.string(),
  until: z.string().optional(),
  version: z.int(),
  state: publicStateSchema,
  audience: z.discriminatedUnion('whom', [
    z.strictObject({ whom: z.literal('all') }),
    z.strictObject({ whom: z.literal('in'), ring: limit }),
    z.strictObject({ whom: z.literal('outside'), ring: limit }),
  ]),
});

const place = z.strictObject({
  from: z.string().optional().meta({ description: 'Absent: from its beginning' }),
  catalogue: z.string(),
  catalogueTitle: z.string(),
  categoryTitle: z.string().optional(),
});

/** Which act's effect is asked for. @public */
export const actPreviewQuerySchema = z
  .strictObject({
    act: z.enum([...offerActs, 'terminate']).meta({ example: 'terminate' }),
    version: z.coerce
      .number('Give the number of a version')
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .meta({ description: 'Of rings and roll-backs; absent: the one that is meant by itself' }),
    endsAt: instantSchema.optional().meta({ description: 'Of a termination: its end' }),
    noticeAt: instantSchema.optional().meta({
      description: 'Of a termination: from when it is told; absent: as long before as is promised',
    }),
    releaseAt: instantSchema.optional().meta({
      description:
        'Of a termination: when its plan is released, from when it is told where no notice is promised; absent: now',
    }),
    zone: zoneSchema.optional().meta({ description: 'In which days of notice are counted; UTC' }),
  })
  .refine(({ act, endsAt }) => (act === 'terminate') === (endsAt !== undefined), {
    path: ['endsAt'],
    error: 'Say when the offer ends, for a termination and for nothing else',
  });

/** Which act's effect is asked for. @public */
export type ActPreviewQuery = z.output<typeof actPreviewQuerySchema>;

/** What an act on an offer would do if it were done now; nothing has happened yet. @public */
export const actPreviewSchema = z
  .strictObject({
    offerId: idSchema,
    name: z.string(),
    title: z.string(),
    act: z.enum([...offerActs, 'terminate']),
    version: z.int().optional().meta({ description: 'The version that the act is done to' }),
    possible: z.boolean(),
    refusal: z.string().optional(),
    at: z.string(),
    now: z.array(segment).meta({ description: 'What is served now' }),
    then: z.array(segment).meta({ description: 'What would be served from now on' }),
    ordering: z.strictObject({
      now: z.boolean(),
      then: z.boolean().meta({ description: 'Whether anybody could order right after the act' }),
    }),
    seenBy: z.array(reachSchema),
    orderedBy: z.array(reachSchema),
    bundles: z
      .array(z.strictObject({ id: z.string(), title: z.string() }))
      .meta({ description: 'Published bundles that have it as a member' }),
    announcements: z
      .array(z.strictObject({ channel: z.string(), kind: z.string(), at: z.string() }))
      .meta({ description: 'What channels would still hear' }),
  })
  .meta({ id: 'ActPreview' });

/** What an act on an offer would do if it were done now. @public */
export type ActPreview = z.infer<typeof actPreviewSchema>;

/** An offer's whole public life, computed from everything that is stored. @public */
export const offerLifeSchema = z
  .strictObject({
    offerId: idSchema,
    name: z.string(),
    state: publicStateSchema,
    at: z.string(),
    segments: z.array(segment),
    places: z.array(place).meta({
      description:
        'Where it is found before its first move into another catalogue, and from each move on; empty where it never moves',
    }),
    rings: z.array(
      z.strictObject({
        version: z.int(),
        stages: z.array(
          z.strictObject({
            from: z.string(),
            ring: z.string().optional().meta({ description: 'Absent: everybody' }),
            held: z.boolean(),
          }),
        ),
        rolledBackAt: z.string().optional(),
        acts: z.array(
          z.strictObject({
            act: z.enum(['promote', 'hold', 'resume', 'roll-back']),
            at: z.string(),
            by: z.string(),
            reason: z.string(),
          }),
        ),
      }),
    ),
    suspensions: z.array(
      z.strictObject({
        id: idSchema,
        kind: z.enum(['suspend', 'emergency']),
        reason: z.string(),
        from: z.string(),
        by: z.string(),
        until: z.string().optional(),
        resumedBy: z.string().optional(),
        resumeReason: z.string().optional(),
        review: z.strictObject({ at: z.string(), by: z.string(), review: z.string() }).optional(),
      }),
    ),
    endings: z.array(
      z.strictObject({
        noticeAt: z.string(),
        endsAt: z.string(),
        replacedBy: z.string().optional(),
        noReplacement: z.string().optional(),
        subscriptions: subscriptionMoveSchema,
        reason: z.string(),
        recordedAt: z.string(),
        by: z.string(),
      }),
    ),
    can: z.strictObject({ operate: z.boolean(), rollBack: z.boolean() }),
  })
  .meta({ id: 'OfferLife' });

/** An offer's whole public life. @public */
export type OfferLife = z.infer<typeof offerLifeSchema>;
