import { z } from 'zod';
import { contentSchema } from '../content/content';
import { optionsSchema } from '../content/options';
import { priceListSchema } from '../content/pricing';
import { criterionSchema } from '../gates/gate';
import { waiverSchema } from '../gates/waivers';
import { publicStateSchema } from '../lifecycle/states';
import { planStateSchema } from '../lifecycle/planStates';
import { interactionSchema } from '../interaction';
import { entityRefSchema, idSchema, offerNameSchema, slugSchema } from '../refs';
import { commaList, cursorSchema, flagSchema, limitSchema, pageOf, searchSchema } from './paging';

/** How the managed offers are filtered and paged. @public */
export const manageQuerySchema = z.strictObject({
  q: searchSchema.optional(),
  category: slugSchema.optional().meta({ description: 'A category, with those below it' }),
  tags: commaList(z.string().min(1, 'Name a tag').max(50), 10).optional().meta({
    description: 'Tags, with commas between: offers that have one of them, drafts too',
    example: 'postgresql,backup',
  }),
  state: publicStateSchema.optional(),
  published: flagSchema.optional().meta({ description: 'Whether a version was ever published' }),
  owner: entityRefSchema.optional(),
  interaction: interactionSchema.optional(),
  incomplete: flagSchema.optional().meta({ description: 'Whether the draft misses something' }),
  healthBelow: z.coerce
    .number('Give a number from 1 to 100')
    .int('Give a whole number')
    .min(1, 'Give a number from 1 to 100')
    .max(100, 'Give a number from 1 to 100')
    .optional()
    .meta({
      description: 'Live offers of which fewer per cent of the criteria are met or waived now',
      example: 100,
    }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

/** How the managed offers are filtered and paged. @public */
export type ManageQuery = z.output<typeof manageQuerySchema>;

/** The plan that an offer is in, in short. @public */
export const planLinkSchema = z
  .strictObject({ id: z.string(), title: z.string(), state: planStateSchema })
  .meta({ id: 'PlanLink' });

const offerHead = {
  id: idSchema,
  name: offerNameSchema,
  title: z.string(),
  summary: z.string(),
  catalogue: z.string(),
  interaction: interactionSchema,
  owner: z.string().optional(),
  category: z.string().optional(),
  state: publicStateSchema,
  revision: z.int().meta({ description: 'Send it back as If-Match: "<revision>"' }),
  updatedAt: z.string(),
  plan: planLinkSchema.optional(),
};

/** An offer in the managers' list. @public */
export const managedOfferSummarySchema = z
  .strictObject({
    ...offerHead,
    missing: z.int().meta({ description: 'Criteria of completeness that the draft misses' }),
    health: z.int().min(0).max(100).optional().meta({
      description: 'Of a live offer: the share of criteria met or waived now, in per cent',
    }),
    validFrom: z.string().optional(),
  })
  .meta({ id: 'ManagedOfferSummary' });

/** An offer in the managers' list. @public */
export type ManagedOfferSummary = z.infer<typeof managedOfferSummarySchema>;

/** A page of the managers' list. @public */
export const managedOfferPageSchema = pageOf(managedOfferSummarySchema).meta({
  id: 'ManagedOfferPage',
});

/** A page of the managers' list. @public */
export type ManagedOfferPage = z.infer<typeof managedOfferPageSchema>;

/** A published version in short. @public */
export const versionSummarySchema = z
  .strictObject({
    number: z.int(),
    validFrom: z.string(),
    validUntil: z.string().optional(),
    publishedAt: z.string(),
    publishedBy: z.string(),
  })
  .meta({ id: 'VersionSummary' });

/** How a live offer stands by the criteria of completeness: the share that is met or waived now. @public */
export const healthSchema = z
  .strictObject({
    percent: z.int().min(0).max(100),
    criteria: z.array(criterionSchema).meta({ description: 'Of the version that serves' }),
  })
  .meta({ id: 'Health' });

/** What is asked of an offer besides what managers always see. @public */
export const offerQuerySchema = z.strictObject({
  published: flagSchema
    .optional()
    .meta({ description: 'Whether to tell what its latest published version is sold by' }),
});

/** What is asked of an offer. @public */
export type OfferQuery = z.output<typeof offerQuerySchema>;

/** What the latest published version of an offer is sold by, for whoever makes it the member of a bundle. @public */
export const publishedVersionSchema = z
  .strictObject({
    number: z.int(),
    options: optionsSchema,
    priceLists: z.array(priceListSchema),
  })
  .meta({ id: 'PublishedVersion' });

/** What the latest published version of an offer is sold by. @public */
export type PublishedVersion = z.infer<typeof publishedVersionSchema>;

/** Everything that managers see of an offer. @public */
export const managedOfferSchema = z
  .strictObject({
    ...offerHead,
    draft: z
      .strictObject({
        number: z.int(),
        content: contentSchema,
        completeness: z.array(criterionSchema),
        updatedBy: z.string(),
      })
      .optional(),
    versions: z.array(versionSummarySchema),
    published: publishedVersionSchema
      .optional()
      .meta({ description: 'Only where it is asked for' }),
    waivers: z.array(waiverSchema).meta({ description: 'Those that count now' }),
    health: healthSchema.optional(),
    source: z.strictObject({ id: z.string(), key: z.string() }).optional(),
    dangling: z.array(z.string()).optional().meta({
      description: 'Linked entities that are not, or no longer, in the software catalogue',
    }),
    can: z.strictObject({
      edit: z.boolean(),
      plan: z.boolean(),
      startNextVersion: z.boolean(),
      discardDraft: z.boolean(),
      waive: z.boolean(),
    }),
    url: z.string(),
  })
  .meta({ id: 'ManagedOffer' });

/** Everything that managers see of an offer. @public */
export type ManagedOffer = z.infer<typeof managedOfferSchema>;

/** The next version of an offer that is published. @public */
export const startNextVersionSchema = z
  .strictObject({
    from: z
      .int('Give the number of a published version')
      .min(1)
      .optional()
      .meta({ description: 'The version to begin from; absent: the latest published one' }),
  })
  .meta({ id: 'StartNextVersion' });

/** The next version of an offer that is published. @public */
export type StartNextVersion = z.output<typeof startNextVersionSchema>;

/** Why a waiver counts no more. @public */
export const revokeWaiverSchema = z
  .strictObject({ reason: z.string().trim().min(1, 'Give a reason').max(2000) })
  .meta({ id: 'RevokeWaiver' });
