import { z } from 'zod';
import { LISTED_STATES } from '../vocabulary';
import { bundleSchema } from '../content/bundle';
import { informationSchema } from '../content/information';
import { knowledgeSchema, monitoringSchema } from '../content/knowledge';
import { optionsSchema } from '../content/options';
import { partySchema, supportPlanSchema } from '../content/plans';
import { priceListSchema } from '../content/pricing';
import { productSchema } from '../content/product';
import { termsSchema } from '../content/terms';
import { explanationSchema } from '../explain/explain';
import { interactionSchema } from '../interaction';
import { changeSchema } from '../impact/differences';
import { instantSchema } from '../instant';
import { publicStateSchema } from '../lifecycle/states';
import { entityRefSchema, offerNameSchema } from '../refs';
import { pageOf } from './paging';

/** The states in which an offer is listed; it can be ordered in none but the first two and the last. @public */
export const listedStateSchema = z.enum(LISTED_STATES).meta({ id: 'ListedState' });

/** A state in which an offer is listed. @public */
export type ListedState = z.infer<typeof listedStateSchema>;

/** An offer in a list, for its audience. @public */
export const offerCardSchema = z
  .strictObject({
    id: z.string(),
    name: offerNameSchema,
    title: z.string(),
    summary: z.string(),
    category: z.string().optional(),
    interaction: interactionSchema,
    owner: z.string().optional(),
    tags: z.array(z.string()),
    logo: z.string().optional(),
    priceLists: z.array(priceListSchema),
    leadTimeDays: z.int().optional(),
    validUntil: z.string().optional(),
    provider: z
      .string()
      .optional()
      .meta({ description: 'Who provides it: the supplier that fulfils it, else its owner' }),
    state: listedStateSchema,
    since: z.string().meta({ description: 'When the offer was first offered' }),
    orderable: z.boolean(),
  })
  .meta({ id: 'OfferCard' });

/** An offer in a list, for its audience. @public */
export type OfferCard = z.infer<typeof offerCardSchema>;

const aroundPage = {
  prevCursor: z
    .string()
    .optional()
    .meta({ description: 'Where the page before begins; absent in the order of relevance' }),
  total: z.int().optional().meta({ description: 'How many there are in all, when asked for' }),
};

/** A page of the catalogue. @public */
export const offerCardPageSchema = pageOf(offerCardSchema)
  .extend(aroundPage)
  .meta({ id: 'OfferCardPage' });

/** A page of the catalogue. @public */
export type OfferCardPage = z.infer<typeof offerCardPageSchema>;

/** A page of the catalogue with the fields asked for, and the id. @public */
export const offerFieldsPageSchema = pageOf(offerCardSchema.partial().required({ id: true }))
  .extend(aroundPage)
  .meta({ id: 'OfferFieldsPage' });

/** A page of the catalogue with the fields asked for. @public */
export type OfferFieldsPage = z.infer<typeof offerFieldsPageSchema>;

/** The offers among those asked for that the person may see, in the order asked for. @public */
export const offerCardsSchema = z
  .strictObject({ items: z.array(offerCardSchema) })
  .meta({ id: 'OfferCards' });

/** The offers among those asked for that the person may see. @public */
export type OfferCards = z.infer<typeof offerCardsSchema>;

/** For each entity asked for, the offers linked to it that the person may see, by title. @public */
export const offersByEntitySchema = z
  .strictObject({
    items: z.array(z.strictObject({ ref: z.string(), offers: z.array(offerCardSchema) })),
  })
  .meta({ id: 'OffersByEntity' });

/** For each entity asked for, the offers linked to it that the person may see. @public */
export type OffersByEntity = z.infer<typeof offersByEntitySchema>;

/** What may be shown of an offer where a link to it was shared, and to whom. @public */
export const linkPreviewSchema = z
  .strictObject({
    name: offerNameSchema,
    title: z.string(),
    summary: z.string(),
    category: z.string().optional(),
    owner: z.string().optional(),
    priceLists: z.array(priceListSchema),
    leadTimeDays: z.int().optional(),
    state: publicStateSchema,
    url: z.string(),
    forWhom: z.enum(['channel', 'asker']).meta({
      description: 'Everybody who reads the channel, or only who asks',
    }),
  })
  .meta({ id: 'LinkPreview' });

/** What may be shown of an offer where a link to it was shared. @public */
export type LinkPreview = z.infer<typeof linkPreviewSchema>;

/** What consumers read of a version: neither cost, margin, audience lists nor internal references. @public */
export const consumerContentSchema = z
  .strictObject({
    information: informationSchema,
    product: productSchema,
    priceLists: z.array(priceListSchema),
    terms: termsSchema,
    options: optionsSchema,
    fulfilledBy: z.array(partySchema),
    support: supportPlanSchema.optional(),
    knowledge: knowledgeSchema,
    monitoring: monitoringSchema,
    bundle: bundleSchema.optional(),
  })
  .meta({ id: 'ConsumerContent' });

/** What consumers read of a version. @public */
export type ConsumerContent = z.infer<typeof consumerContentSchema>;

/** Of which instant something is asked. @public */
export const atInstantSchema = z.strictObject({
  at: instantSchema.optional().meta({
    description: 'Another instant, past or ahead; for those who read the offer as staff',
  }),
});

/** The offer page for its audience. @public */
export const offerPageSchema = z
  .strictObject({
    id: z.string(),
    name: offerNameSchema,
    catalogue: z.string(),
    catalogueTitle: z.string().optional().meta({
      description: 'Only where there are several catalogues at that instant',
    }),
    categoryTitle: z.string().optional(),
    interaction: interactionSchema,
    owner: z.string().optional(),
    version: z.int(),
    validFrom: z.string(),
    validUntil: z.string().optional(),
    state: publicStateSchema,
    content: consumerContentSchema,
    dangling: z
      .array(z.string())
      .optional()
      .meta({ description: 'Linked entities that are no longer in the software catalogue' }),
    explanation: explanationSchema,
    asStaff: z.boolean().meta({
      description:
        'Whether the reader reads it as staff: at other instants too, with its whole life',
    }),
    url: z.string().meta({ description: 'Address of the page in the portal' }),
  })
  .meta({ id: 'OfferPage' });

/** The offer page for its audience. @public */
export type OfferPage = z.infer<typeof offerPageSchema>;

/**
 * What an offer has been to a person up to now, the latest first: each time in which the same version was served
 * to them in the same state, and what a version changed of the one that they were served before.
 * @public
 */
export const offerStorySchema = z
  .strictObject({
    id: z.string(),
    name: offerNameSchema,
    chapters: z.array(
      z.strictObject({
        version: z.int(),
        state: publicStateSchema,
        from: z.string(),
        until: z.string().optional().meta({ description: 'Absent: it is so at that instant' }),
        changes: z.array(changeSchema),
      }),
    ),
  })
  .meta({ id: 'OfferStory' });

/** What an offer has been to a person up to now. @public */
export type OfferStory = z.infer<typeof offerStorySchema>;

/** The explanation with what it is about. @public */
export const explainedOfferSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    viewer: z.string(),
    url: z.string(),
    explanation: explanationSchema,
  })
  .meta({ id: 'ExplainedOffer' });

/** The explanation with what it is about. @public */
export type ExplainedOffer = z.infer<typeof explainedOfferSchema>;

/** Whose eyes a draft is looked at with: a person's, or those of somebody who is in one group and in no other. @public */
export const previewViewerSchema = entityRefSchema
  .refine(ref => /^(user|group):/.test(ref), 'Name a user or a group')
  .meta({ id: 'PreviewViewer', example: 'user:default/ada-developer' });

/** What somebody would find of an offer if its draft were published as it was last saved. @public */
export const draftPreviewSchema = z
  .strictObject({
    viewer: z.string(),
    at: z.string().meta({ description: 'The instant that is looked at' }),
    explanation: explanationSchema,
    content: consumerContentSchema.optional().meta({
      description: 'What they would read of the draft; absent where they would not be served it',
    }),
  })
  .meta({ id: 'DraftPreview' });

/** What somebody would find of an offer if its draft were published. @public */
export type DraftPreview = z.infer<typeof draftPreviewSchema>;
