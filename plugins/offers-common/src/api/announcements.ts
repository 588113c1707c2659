import { z } from 'zod';
import { MOST_ANNOUNCED } from '../bounds';
import { instantSchema, zoneSchema } from '../instant';
import { idSchema } from '../refs';
import { changeSchema } from '../impact/differences';
import { announceableKindSchema } from '../announcements/byHand';
import { announcementKindSchema } from './deliveries';

/** How a person hears of offers of a kind: at once, in a digest, or not at all. @public */
export const announcementModeSchema = z
  .enum(['now', 'daily', 'weekly', 'off'])
  .meta({ id: 'AnnouncementMode' });

/** How a person hears of offers. @public */
export type AnnouncementMode = z.infer<typeof announcementModeSchema>;

/** What is coming is told at once, to those who have to know; or not at all. */
const upcoming = z.enum(['now', 'off']);

const modes = {
  available: announcementModeSchema,
  changed: announcementModeSchema,
  ending: announcementModeSchema,
  ended: announcementModeSchema,
  promotion: announcementModeSchema,
};

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time of day, such as 09:00')
  .meta({ example: '09:00' });
const weekday = z.int('Give a day of the week from 1, Monday, to 7').min(1).max(7);

/** When a person wants to be left in peace, in their own zone: `until` at or before `from` is that of the next day. @public */
export const ownQuietHoursSchema = z
  .strictObject({
    from: time.meta({ example: '18:30' }),
    until: time.meta({ example: '08:00' }),
    weekends: z.boolean().meta({
      description: 'Whether Saturday and Sunday are quiet all day',
      example: true,
    }),
  })
  .refine(({ from, until }) => from !== until, {
    path: ['until'],
    error: 'Let the quiet hours end at another time than they begin',
  })
  .meta({ id: 'OwnQuietHours' });

/** When a person wants to be left in peace, in their own zone. @public */
export type OwnQuietHours = z.infer<typeof ownQuietHoursSchema>;

const quietByPolicy = z
  .strictObject({
    from: z.string(),
    until: z.string(),
    weekends: z.boolean(),
    approvals: z.boolean().meta({ description: 'Whether approval cards wait too' }),
  })
  .nullable()
  .meta({
    description:
      'When the policy leaves people in peace, who have set no hours of their own; for approval cards it alone counts',
  });

/** How a person hears of offers in person, and when their digests come. @public */
export const announcementPreferencesSchema = z
  .strictObject({
    kinds: z.strictObject({ upcoming, ...modes }),
    zone: z.string(),
    time,
    weekday,
    quiet: ownQuietHoursSchema.nullable().meta({
      description: 'Quiet hours of their own; null where those of the policy count',
    }),
    quietByPolicy,
  })
  .meta({ id: 'AnnouncementPreferences' });

/** How a person hears of offers in person. @public */
export type AnnouncementPreferences = z.infer<typeof announcementPreferencesSchema>;

/** What changes of that; what is absent stays. @public */
export const patchAnnouncementPreferencesSchema = z
  .strictObject({
    kinds: z
      .strictObject({ upcoming, ...modes })
      .partial()
      .optional(),
    zone: zoneSchema.optional(),
    time: time.optional(),
    weekday: weekday.optional(),
    quiet: ownQuietHoursSchema.nullable().optional().meta({
      description:
        'Quiet hours of their own, for what is told in person but for approval cards; null to have those of the policy again',
    }),
  })
  .meta({ id: 'PatchAnnouncementPreferences' });

/** What changes of how a person hears of offers. @public */
export type PatchAnnouncementPreferences = z.output<typeof patchAnnouncementPreferencesSchema>;

const note = z.string().trim().min(1, 'Say what was wrong').max(1000);

/** Correct what was announced. @public */
export const correctAnnouncementSchema = z
  .strictObject({ note: note.meta({ example: 'The price is 120 EUR a month, not 210' }) })
  .meta({ id: 'CorrectAnnouncement' });

const channelReach = z.strictObject({
  channel: z.string(),
  mayHear: z.boolean(),
  reason: z.string().optional(),
});

/** Of what kind an announcement would be. @public */
export const announcementReachQuerySchema = z.strictObject({
  kind: announceableKindSchema.default('promotion'),
});

/** Who would hear an announcement of an offer, were it sent now. @public */
export const announcementReachSchema = z
  .strictObject({
    offerId: idSchema,
    kind: announceableKindSchema,
    name: z.string(),
    title: z.string(),
    possible: z.boolean(),
    refusal: z.string().optional(),
    channels: z.array(channelReach),
    people: z.int().meta({
      description: 'How many in its audience want to hear it in person, and have not heard it',
    }),
    changes: z.array(changeSchema).meta({
      description:
        'Of a change: what a message says of it besides, where all who read it could see what was before',
    }),
  })
  .meta({ id: 'AnnouncementReach' });

/** Who would hear an announcement of an offer. @public */
export type AnnouncementReach = z.infer<typeof announcementReachSchema>;

/** An announcement by hand. @public */
export const announceSchema = z
  .strictObject({
    kind: announceableKindSchema.default('promotion').meta({
      description:
        'What is told, which has to be so now. But for promotions, a channel and a person hear it once of each version, by rule or by hand',
      example: 'promotion',
    }),
    text: z
      .string()
      .trim()
      .min(1, 'Say what there is to tell, such as why it is worth a look')
      .max(MOST_ANNOUNCED, 'An announcement has at most 1,000 characters')
      .meta({ example: 'Now with nightly backups' }),
    channels: z.array(z.string().max(100)).max(100).default([]),
    people: z.boolean().default(false).meta({
      description: 'Whether those of its audience hear it who want to hear such in person',
    }),
    at: instantSchema.optional().meta({ description: 'When, of a promotion; absent: now' }),
  })
  .refine(({ kind, at }) => kind === 'promotion' || at === undefined, {
    path: ['at'],
    error: 'Leave it out: what is so now is told now',
  })
  .meta({ id: 'Announce' });

/** An announcement by hand. @public */
export type Announce = z.output<typeof announceSchema>;

/** An announcement of an offer as its managers see it. @public */
export const announcementSummarySchema = z
  .strictObject({
    id: idSchema,
    kind: announcementKindSchema,
    version: z.int(),
    dueAt: z.string(),
    text: z.string().optional(),
    by: z.string().optional(),
    deliveries: z.strictObject({
      sent: z.int(),
      waiting: z.int(),
      failed: z.int(),
      withheld: z.int(),
    }),
    corrections: z.array(z.strictObject({ at: z.string(), by: z.string(), note: z.string() })),
  })
  .meta({ id: 'AnnouncementSummary' });

/** An announcement of an offer as its managers see it. @public */
export type AnnouncementSummary = z.infer<typeof announcementSummarySchema>;

/** The announcements of an offer, latest first. @public */
export const announcementListSchema = z
  .strictObject({
    items: z.array(announcementSummarySchema),
    can: z.strictObject({
      announce: z.boolean(),
      kinds: z
        .array(announceableKindSchema)
        .meta({ description: 'What is true of the offer now, and can be announced by hand' }),
    }),
  })
  .meta({ id: 'AnnouncementList' });

/** The announcements of an offer. @public */
export type AnnouncementList = z.infer<typeof announcementListSchema>;

/** What was announced of an offer to those who see it, latest first. @public */
export const offerNewsSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: idSchema,
        kind: announcementKindSchema,
        version: z.int(),
        at: z.string(),
        text: z.string().optional().meta({ description: 'What was written by hand' }),
        correction: z.string().optional().meta({ description: 'What was wrong with it' }),
      }),
    ),
  })
  .meta({ id: 'OfferNews' });

/** What was announced of an offer to those who see it. @public */
export type OfferNews = z.infer<typeof offerNewsSchema>;
