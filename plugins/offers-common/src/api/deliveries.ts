import { z } from 'zod';
import { changeSchema } from '../impact/differences';
import { quietHoursSchema } from '../approval/quietHours';
import { priceListSchema } from '../content/pricing';
import { subscriptionMoveSchema } from '../content/succession';
import { planStateSchema } from '../lifecycle/planStates';
import { instantSchema } from '../instant';
import { idSchema } from '../refs';
import { demandNoticeSchema } from './demandNotice';
import { cardTurnSchema, decisionNoteSchema, personSchema, planCardSchema } from './planCard';
import { pageOf } from './paging';

/** What a delivery brings. @public */
export const deliveryKindSchema = z
  .enum([
    'approval-card',
    'decision-note',
    'outcome-notice',
    'reminder',
    'break-glass-notice',
    'plan-comment',
    'announcement',
    'correction-note',
    'digest',
    'demand-notice',
    'link-ended',
  ])
  .meta({ id: 'DeliveryKind' });

/** What a delivery brings. @public */
export type DeliveryKind = z.infer<typeof deliveryKindSchema>;

/** Where a delivery stands; `unclear` means that the message may or may not have been posted. @public */
export const deliveryStateSchema = z
  .enum(['pending', 'claimed', 'unclear', 'sent', 'failed', 'withheld'])
  .meta({ id: 'DeliveryState' });

/** Where a delivery stands. @public */
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

/** A delivery as managers see it. @public */
export const deliverySummarySchema = z
  .strictObject({
    id: z.string(),
    kind: deliveryKindSchema,
    act: z.enum(['post', 'update', 'reply']),
    target: z.string(),
    state: deliveryStateSchema,
    dueAt: z.string(),
    sentAt: z.string().optional(),
    attempts: z.int(),
    error: z.string().optional(),
  })
  .meta({ id: 'DeliverySummary' });

/** A delivery as managers see it. @public */
export type DeliverySummary = z.infer<typeof deliverySummarySchema>;

/** A delivery that failed, and what it is about. @public */
export const failedDeliverySchema = deliverySummarySchema
  .extend({
    targetKind: z.enum(['person', 'channel']),
    about: z.strictObject({
      planId: z.string().optional(),
      demandId: z.string().optional(),
      title: z.string(),
      url: z.string().optional(),
    }),
    mayHavePosted: z.boolean().meta({
      description:
        'An attempt ended without an answer: the message is looked for before it is sent again',
    }),
  })
  .meta({ id: 'FailedDelivery' });

/** A delivery that failed, and what it is about. @public */
export type FailedDelivery = z.infer<typeof failedDeliverySchema>;

/** A page of deliveries that failed. @public */
export const failedDeliveryPageSchema = pageOf(failedDeliverySchema).meta({
  id: 'FailedDeliveryPage',
});

/** A page of deliveries that failed. @public */
export type FailedDeliveryPage = z.infer<typeof failedDeliveryPageSchema>;

/** Send again what could not be delivered. @public */
export const retryDeliverySchema = z
  .strictObject({
    notThere: z.boolean().default(false).meta({
      description: 'Somebody has looked: the message is not there, so it is not looked for again',
    }),
  })
  .meta({ id: 'RetryDelivery' });

/** Send again what could not be delivered. @public */
export type RetryDelivery = z.output<typeof retryDeliverySchema>;

/** What an announcement tells of an offer (design: "Announcement"). @public */
export const announcementKindSchema = z
  .enum(['upcoming', 'available', 'changed', 'ending', 'ended', 'promotion'])
  .meta({ id: 'AnnouncementKind' });

/** What an announcement tells of an offer. @public */
export type AnnouncementKind = z.infer<typeof announcementKindSchema>;

/** What the announcement of an offer says, to its audience only. @public */
export const announcementSchema = z
  .strictObject({
    announcementId: z.string(),
    kind: announcementKindSchema,
    title: z.string(),
    summary: z.string(),
    category: z.string().optional(),
    owner: z.string().optional(),
    priceLists: z.array(priceListSchema),
    leadTimeDays: z.int().optional(),
    from: z.string(),
    until: z.string().optional(),
    replacement: z
      .strictObject({ title: z.string(), url: z.string() })
      .optional()
      .meta({ description: 'What takes its place, where all who read this may see that' }),
    subscriptions: subscriptionMoveSchema
      .optional()
      .meta({ description: 'What becomes of subscriptions when the offer ends' }),
    changes: z.array(changeSchema).optional().meta({
      description:
        'Of a change: what is other than before, as far as all who read this may know it',
    }),
    text: z
      .string()
      .optional()
      .meta({ description: 'Of one by hand: what whoever announced it says' }),
    correction: z
      .strictObject({ note: z.string(), at: z.string() })
      .optional()
      .meta({ description: 'What was wrong in what was said before' }),
    url: z.string(),
  })
  .meta({ id: 'Announcement' });

/** What the announcement of an offer says. @public */
export type Announcement = z.infer<typeof announcementSchema>;

/** What the message of a delivery is drawn from. @public */
export const deliveryBodySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('approval-card'), card: planCardSchema }),
    z.strictObject({ kind: z.literal('card-withdrawn') }).meta({
      description: 'In the place of the card of somebody who approves the plan no more',
    }),
    z.strictObject({ kind: z.literal('decision-note'), note: decisionNoteSchema }),
    z.strictObject({
      kind: z.literal('outcome-notice'),
      note: decisionNoteSchema,
      planTitle: z.string(),
      planState: planStateSchema,
      offerId: z.string().optional().meta({ description: 'An offer that the plan is about' }),
      url: z.string(),
    }),
    z.strictObject({
      kind: z.literal('reminder'),
      planTitle: z.string(),
      stepTitle: z.string(),
      requestedBy: personSchema,
      /** since when the step waits */
      waitingSince: z.string(),
      releaseAt: z.string(),
      expiresAt: z.string().optional(),
      onBehalfOf: personSchema.optional(),
      over: z
        .strictObject({ state: planStateSchema, turn: cardTurnSchema.optional() })
        .optional()
        .meta({ description: 'In the place of a reminder of what does not wait any more' }),
      url: z.string(),
    }),
    z.strictObject({
      kind: z.literal('break-glass-notice'),
      note: decisionNoteSchema,
      planTitle: z.string(),
      url: z.string(),
    }),
    z.strictObject({
      kind: z.literal('plan-comment'),
      as: z.enum(['question', 'answer', 'remark']).meta({
        description: 'question: to be answered by whoever reads it; answer: to their question',
      }),
      planId: z.string(),
      planTitle: z.string(),
      commentId: z.string(),
      author: personSchema,
      text: z.string(),
      at: z.string(),
      question: z.strictObject({ author: personSchema, text: z.string() }).optional(),
      url: z.string(),
    }),
    z.strictObject({ kind: z.literal('announcement'), announcement: announcementSchema }),
    z.strictObject({
      kind: z.literal('correction-note'),
      title: z.string(),
      note: z.string(),
      at: z.string(),
    }),
    z.strictObject({
      kind: z.literal('digest'),
      mode: z.enum(['daily', 'weekly']),
      announcements: z.array(announcementSchema),
      more: z.int().min(0).meta({ description: 'How many more there are, in the portal' }),
      url: z.string(),
    }),
    demandNoticeSchema,
    z.strictObject({
      kind: z.literal('link-ended'),
      user: personSchema.meta({ description: 'For whom the account acts no more' }),
      by: personSchema,
      reason: z.string(),
      at: z.string(),
      url: z.string(),
    }),
  ])
  .meta({ id: 'DeliveryBody' });

/** What the message of a delivery is drawn from. @public */
export type DeliveryBody = z.infer<typeof deliveryBodySchema>;

/** Where a message of Slack is. @public */
export const messagePlaceSchema = z
  .strictObject({ channel: z.string().min(1).max(100), ts: z.string().min(1).max(100) })
  .meta({ id: 'MessagePlace' });

/** A delivery that a worker has claimed and must settle before its lease ends. @public */
export const claimedDeliverySchema = z
  .strictObject({
    id: z.string(),
    token: z.string().meta({ description: 'Fencing token: only its holder can settle' }),
    key: z.string().meta({ description: 'Goes into the message, so that it can be found again' }),
    act: z.enum(['post', 'update', 'reply']),
    attempt: z.int(),
    leaseUntil: z.string(),
    mayHavePosted: z.boolean().meta({
      description: 'An earlier attempt ended without an answer: look the key up before posting',
    }),
    firstAttemptAt: z.string(),
    target: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('channel'),
        channel: z.string(),
        team: z
          .string()
          .optional()
          .meta({ description: 'The workspace that the channel is in; without it, the first one' }),
      }),
      z.strictObject({
        kind: z.literal('person'),
        person: personSchema,
        email: z
          .string()
          .optional()
          .meta({ description: 'Only where the configuration allows it' }),
        quiet: quietHoursSchema.meta({ id: 'QuietHours' }).optional().meta({
          description:
            'When people are left in peace, where the portal does not know in which zone this one is: who delivers asks Slack, and waits',
        }),
      }),
    ]),
    message: messagePlaceSchema.optional().meta({
      description: 'The message to update, or whose thread to reply in',
    }),
    body: deliveryBodySchema,
  })
  .meta({ id: 'ClaimedDelivery' });

/** A delivery that a worker has claimed. @public */
export type ClaimedDelivery = z.infer<typeof claimedDeliverySchema>;

/** What a worker asks for. @public */
export const claimSchema = z
  .strictObject({
    worker: z.string().trim().min(1, 'Name the worker').max(100),
    limit: z.int().min(1).max(50).default(10),
    leaseSeconds: z.int().min(1).max(300).default(60),
  })
  .meta({ id: 'Claim' });

/** What a worker asks for. @public */
export type Claim = z.output<typeof claimSchema>;

/** The deliveries that the worker now holds. @public */
export const claimedSchema = z
  .strictObject({ deliveries: z.array(claimedDeliverySchema) })
  .meta({ id: 'Claimed' });

const error = z.string().trim().min(1, 'Say what went wrong').max(1000);

/** What became of a claimed delivery. @public */
export const settleSchema = z
  .strictObject({
    token: idSchema,
    outcome: z.discriminatedUnion('result', [
      z.strictObject({ result: z.literal('sent'), ...messagePlaceSchema.shape }),
      z.strictObject({
        result: z.literal('retry'),
        error,
        afterSeconds: z.number().min(0).max(86_400),
      }),
      z.strictObject({ result: z.literal('unclear'), error }),
      z.strictObject({ result: z.literal('failed'), error }),
    ]),
  })
  .meta({ id: 'Settle' });

/** What became of a claimed delivery. @public */
export type Settle = z.output<typeof settleSchema>;

/** The delivery after it was settled. @public */
export const settledSchema = z
  .strictObject({ state: deliveryStateSchema, at: instantSchema })
  .meta({ id: 'Settled' });
