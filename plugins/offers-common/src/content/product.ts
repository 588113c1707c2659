import { z } from 'zod';
import { entityRefSchema } from '../refs';

/** What a linked software-catalogue entity is to the offer. @public */
export const entityRoleSchema = z
  .enum(['product', 'instance', 'dependsOn', 'documentation'])
  .meta({ id: 'EntityRole' });

/** The software-catalogue entities that the offer concerns (material). @public */
export const productSchema = z
  .strictObject({
    entities: z
      .array(z.strictObject({ ref: entityRefSchema, role: entityRoleSchema }))
      .max(50, 'An offer links to at most 50 entities')
      .default([]),
  })
  .meta({ id: 'Product' });
