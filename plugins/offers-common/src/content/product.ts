import { z } from 'zod';
import { entityRefSchema } from '../refs';

/** What a linked software-catalogue entity is to the offer. @public */
export const entityRoleSchema = z
  .enum(['product', 'instance', 'dependsOn', 'documentation'])
  .meta({ id: 'EntityRole' });

/** A version of a product, as its own people number it. @public */
export const releaseVersionSchema = z
  .string()
  .trim()
  .min(1, 'Name the version, such as 2.4.0')
  .max(100)
  .regex(/^[^\s\p{Cc}]+$/u, 'Write the version without spaces, such as 2.4.0')
  .meta({ id: 'ReleaseVersion', example: '2.4.0' });

/** A product release that must be deployed before the offer can be ordered. @public */
export const neededReleaseSchema = z
  .strictObject({ product: entityRefSchema, version: releaseVersionSchema })
  .meta({ id: 'NeededRelease' });

/** A product release that must be deployed before the offer can be ordered. @public */
export type NeededRelease = z.infer<typeof neededReleaseSchema>;

/** The software-catalogue entities that the offer concerns, and the product releases it needs (material). @public */
export const productSchema = z
  .strictObject({
    entities: z
      .array(z.strictObject({ ref: entityRefSchema, role: entityRoleSchema }))
      .max(50, 'An offer links to at most 50 entities')
      .default([]),
    releases: z
      .array(neededReleaseSchema)
      .max(20, 'An offer needs at most 20 product releases')
      .default([]),
  })
  .meta({ id: 'Product' });
