import { z } from 'zod';
import { releaseVersionSchema } from '../content/product';
import { instantSchema } from '../instant';
import { entityRefSchema, idSchema, webAddressSchema } from '../refs';
import { productReleaseStatusSchema } from '../releases/productRelease';
import { cursorSchema, limitSchema, pageOf } from './paging';

/** Who told of a status: a pipeline's service token, a signed-in person, or a Backstage event. @public */
export const productReleaseSourceSchema = z
  .enum(['pipeline', 'person', 'event'])
  .meta({ id: 'ProductReleaseSource' });

/** Who told of a status. @public */
export type ProductReleaseSource = z.infer<typeof productReleaseSourceSchema>;

/** A status of a product release, as a pipeline or a person reports it. @public */
export const reportProductReleaseSchema = z
  .strictObject({
    product: entityRefSchema,
    version: releaseVersionSchema,
    status: productReleaseStatusSchema,
    at: instantSchema
      .optional()
      .meta({ description: 'Since when it holds; the instant of the report unless told' }),
    notes: z.string().trim().max(2000, 'Notes have at most 2,000 characters').optional(),
    url: webAddressSchema
      .optional()
      .meta({ description: 'Where people read more: release notes, a run of the pipeline' }),
  })
  .meta({ id: 'ReportProductRelease' });

/** A status of a product release, as it is reported. @public */
export type ReportProductRelease = z.output<typeof reportProductReleaseSchema>;

/**
 * The payload of an event of the topic `offers.product-release`. It says since when the status holds:
 * events may come late, again and out of order, and the instant is what tells a repeat from news.
 * @public
 */
export const productReleaseEventSchema = reportProductReleaseSchema.extend({ at: instantSchema });

/** The payload of an event of the topic `offers.product-release`. @public */
export type ProductReleaseEvent = z.input<typeof productReleaseEventSchema>;

/** How product releases are filtered and paged. @public */
export const productReleasesQuerySchema = z.strictObject({
  product: entityRefSchema.optional(),
  status: productReleaseStatusSchema.optional(),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

/** How product releases are filtered and paged. @public */
export type ProductReleasesQuery = z.output<typeof productReleasesQuerySchema>;

const productReleaseHead = {
  id: idSchema,
  product: z.string(),
  version: z.string(),
  status: productReleaseStatusSchema,
  since: z.string().meta({ description: 'UTC instant from which the status holds' }),
  notes: z.string(),
  url: z.string().optional(),
  updatedAt: z.string(),
};

/** A product release in a list. @public */
export const productReleaseSummarySchema = z
  .strictObject(productReleaseHead)
  .meta({ id: 'ProductReleaseSummary' });

/** A product release in a list. @public */
export type ProductReleaseSummary = z.infer<typeof productReleaseSummarySchema>;

/** A page of product releases. @public */
export const productReleasePageSchema = pageOf(productReleaseSummarySchema).meta({
  id: 'ProductReleasePage',
});

/** A page of product releases. @public */
export type ProductReleasePage = z.infer<typeof productReleasePageSchema>;

/** A product release with every status that it has had. @public */
export const productReleaseSchema = z
  .strictObject({
    ...productReleaseHead,
    history: z.array(
      z.strictObject({
        status: productReleaseStatusSchema,
        at: z.string(),
        actor: z.string(),
        source: productReleaseSourceSchema,
      }),
    ),
  })
  .meta({ id: 'ProductRelease' });

/** A product release with every status that it has had. @public */
export type ProductRelease = z.infer<typeof productReleaseSchema>;
