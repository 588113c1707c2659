import {
  announceableKindSchema,
  announcementKindSchema,
  offerActs,
  verdictSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { z } from 'zod';

const planId = z.string().min(1).max(100);
const contentHash = z.string().regex(/^[0-9a-f]{64}$/);

/** Which content of which plan a press is about: ids only, never authority. */
export const planValueSchema = z.object({ p: planId, h: contentHash });

/** Which content of which plan a press is about. */
export type PlanValue = z.infer<typeof planValueSchema>;

/** What the reason modal carries besides what the person types. */
export const reasonMetadataSchema = planValueSchema.extend({
  v: verdictSchema.exclude(['approve']),
});

/** What the reason modal carries. */
export type ReasonMetadata = z.infer<typeof reasonMetadataSchema>;

/** The plans of a form, each with the content that it shows. */
export const batchValueSchema = z.array(planValueSchema).min(1).max(20);

/** The plans of a form. */
export type BatchValue = z.infer<typeof batchValueSchema>;

/** The message that a demand is raised from: its channel and its time stamp. */
export const demandMessageSchema = z.object({ c: z.string().max(100), t: z.string().max(100) });

/** The message that a demand is raised from. */
export type DemandMessage = z.infer<typeof demandMessageSchema>;

/** On which plan something is said, and in answer to what. */
export const commentValueSchema = z.object({ p: planId, c: planId.optional() });

/** On which plan something is said, and in answer to what. */
export type CommentValue = z.infer<typeof commentValueSchema>;

/** Commands that take the name of an offer. */
export const offerCommands = [
  'show',
  'why',
  'plan',
  'publish',
  'schedule',
  'suspend',
  'resume',
  'roll-back',
  'rings',
  'terminate',
  'announce',
  'audit',
] as const;

/** One command that takes the name of an offer. */
export type OfferCommandWord = (typeof offerCommands)[number];

/** Which command was meant for which offer, on the buttons of a list to choose from. */
export const chooseValueSchema = z.object({
  c: z.enum(offerCommands),
  n: z.string().min(1).max(100),
  w: z.string().max(300).optional(),
});

/** Which command was meant for which offer. */
export type ChooseValue = z.infer<typeof chooseValueSchema>;

/** Which act on which offer a button or modal is about: ids only, never authority. */
export const actValueSchema = z.object({
  a: z.enum(offerActs),
  o: z.uuid(),
  v: z.int().min(1).optional(),
});

/** Which act on which offer a button or modal is about. */
export type ActValue = z.infer<typeof actValueSchema>;

/** What a press does with which revision of which plan. */
export const planActValueSchema = z.object({
  p: planId,
  r: z.int().min(0),
  /** local date and time, and its zone, of a new release date */
  d: z.string().max(20).optional(),
  z: z.string().max(64).optional(),
});

/** What a press does with which revision of which plan. */
export type PlanActValue = z.infer<typeof planActValueSchema>;

/** Which offer a button is about. */
export const offerValueSchema = z.object({ o: z.uuid() });

/** Which offer a button is about. */
export type OfferValue = z.infer<typeof offerValueSchema>;

/** For which offer a plan is to be started: its title is what the form shows, and what it does to begin with. */
export const planStartSchema = offerValueSchema.extend({
  t: z.string().min(1).max(200),
  s: z.enum(['new', 'change', 'bundle']),
});

/** For which offer a plan is to be started. */
export type PlanStart = z.infer<typeof planStartSchema>;

/** What is to be announced of which offer; unless told, that it is worth a look. */
export const composeValueSchema = offerValueSchema.extend({
  k: announceableKindSchema.default('promotion'),
});

/** What is to be announced of which offer. */
export type ComposeValue = z.infer<typeof composeValueSchema>;

/** Which offer a form is about, and what tells how it was filled when its effect was shown. */
export const formMetadataSchema = offerValueSchema.extend({
  s: z.string().max(64).optional(),
  /** what the offer is called, where the form has to say it before the portal is asked */
  t: z.string().max(200).optional(),
});

/** What the form of an announcement carries. */
export const composeMetadataSchema = composeValueSchema.extend(formMetadataSchema.shape);

/** What the form of an announcement carries. */
export type ComposeMetadata = z.infer<typeof composeMetadataSchema>;

/** Which offer a form is about. */
export type FormMetadata = z.infer<typeof formMetadataSchema>;

/** Which announcement is to be corrected. */
export const correctValueSchema = z.object({ n: z.uuid() });

/** Which announcement is to be corrected. */
export type CorrectValue = z.infer<typeof correctValueSchema>;

/** Of what a person wants to hear no more. */
export const stopValueSchema = z.object({ k: announcementKindSchema });

/** What a button or modal carries, or undefined when it is not ours or of another release. */
export function readValue<T>(schema: z.ZodType<T>, value: string | undefined): T | undefined {
  try {
    return schema.safeParse(JSON.parse(value ?? '')).data;
  } catch {
    return undefined;
  }
}
