import { z } from 'zod';
import { bundleSchema } from '../content/bundle';
import { informationSchema } from '../content/information';
import { knowledgeSchema, monitoringSchema } from '../content/knowledge';
import { optionsSchema } from '../content/options';
import { partySchema, supportPlanSchema } from '../content/plans';
import { priceListSchema } from '../content/pricing';
import { productSchema } from '../content/product';
import { termsSchema } from '../content/terms';
import { explanationSchema } from '../explain/explain';
import { publicStateSchema } from '../lifecycle/states';
import { entityRefSchema, offerNameSchema, slugSchema } from '../refs';
import { cursorSchema, limitSchema, pageOf, searchSchema } from './paging';

/** What an offer sells on an Actual Product Instance. @public */
export const interactionSchema = z
  .enum(['provision', 'change', 'decommission', 'support'])
  .meta({ id: 'Interaction' });

/** What an offer sells on an Actual Product Instance. @public */
export type Interaction = z.infer<typeof interactionSchema>;

const filters = {
  q: searchSchema.optional(),
  category: slugSchema.optional(),
  interaction: interactionSchema.optional(),
  entity: entityRefSchema.optional(),
};

/** How the catalogue is filtered and paged. @public */
export const browseQuerySchema = z.strictObject({
  ...filters,
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

/** How the catalogue is filtered and paged. @public */
export type BrowseQuery = z.output<typeof browseQuerySchema>;

/** The same filters, for counting. @public */
export const facetsQuerySchema = z.strictObject(filters);

/** The filters of the catalogue. @public */
export type CatalogueFilters = z.output<typeof facetsQuerySchema>;

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
    orderable: z.boolean(),
  })
  .meta({ id: 'OfferCard' });

/** An offer in a list, for its audience. @public */
export type OfferCard = z.infer<typeof offerCardSchema>;

/** A page of the catalogue. @public */
export const offerCardPageSchema = pageOf(offerCardSchema).meta({ id: 'OfferCardPage' });

/** A page of the catalogue. @public */
export type OfferCardPage = z.infer<typeof offerCardPageSchema>;

/** How many offers of the person's own catalogue each filter value has. @public */
export const facetsSchema = z
  .strictObject({
    total: z.int(),
    categories: z.array(z.strictObject({ id: z.string(), title: z.string(), count: z.int() })),
    interactions: z.array(z.strictObject({ id: interactionSchema, count: z.int() })),
  })
  .meta({ id: 'Facets' });

/** How many offers each filter value has. @public */
export type Facets = z.infer<typeof facetsSchema>;

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

/** The offer page for its audience. @public */
export const offerPageSchema = z
  .strictObject({
    id: z.string(),
    name: offerNameSchema,
    catalogue: z.string(),
    categoryTitle: z.string().optional(),
    interaction: interactionSchema,
    owner: z.string().optional(),
    version: z.int(),
    validFrom: z.string(),
    validUntil: z.string().optional(),
    state: publicStateSchema,
    content: consumerContentSchema,
    explanation: explanationSchema,
    url: z.string().meta({ description: 'Address of the page in the portal' }),
  })
  .meta({ id: 'OfferPage' });

/** The offer page for its audience. @public */
export type OfferPage = z.infer<typeof offerPageSchema>;

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
