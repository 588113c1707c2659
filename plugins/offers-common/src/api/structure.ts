import { z } from 'zod';
import { instantSchema } from '../instant';
import { planChangeSchema } from '../plan/changes';
import { slugSchema } from '../refs';
import { viewSchema, viewSortSchema } from '../structure/viewFilter';

const at = instantSchema
  .optional()
  .meta({ description: 'Another instant, past or ahead; for those who may read every offer' });

/** At which instant it is asked. @public */
export const structureQuerySchema = z.strictObject({ at });

/** At which instant it is asked. @public */
export type StructureQuery = z.output<typeof structureQuerySchema>;

/** Which part of the category tree is asked for. @public */
export const categoryTreeQuerySchema = z.strictObject({
  catalogue: slugSchema.optional().meta({ description: 'Of one catalogue; absent: of each' }),
  view: slugSchema.optional().meta({ description: 'Counts what this view shows' }),
  at,
});

/** Which part of the category tree is asked for. @public */
export type CategoryTreeQuery = z.output<typeof categoryTreeQuerySchema>;

const catalogueSchema = z
  .strictObject({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    owner: z.string().optional(),
  })
  .meta({ id: 'Catalogue' });

/** The catalogues that there are. @public */
export const cataloguesSchema = z
  .strictObject({ items: z.array(catalogueSchema) })
  .meta({ id: 'Catalogues' });

/** The catalogues that there are. @public */
export type Catalogues = z.infer<typeof cataloguesSchema>;

const categorySchema = z
  .strictObject({
    name: z.string(),
    title: z.string(),
    description: z.string(),
    catalogue: z.string(),
    parent: z.string().optional(),
    depth: z.int().meta({ description: '0 at the top' }),
  })
  .meta({ id: 'Category' });

/** The category tree, each category before those below it, with counts for one person. @public */
export const categoryTreeSchema = z
  .strictObject({
    items: z.array(
      categorySchema.extend({
        count: z
          .int()
          .meta({ description: 'Offers in it and below it that the person asking may see' }),
      }),
    ),
  })
  .meta({ id: 'CategoryTree' });

/** The category tree with counts for one person. @public */
export type CategoryTree = z.infer<typeof categoryTreeSchema>;

/** The views that the person may know of. @public */
export const viewsSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        name: z.string(),
        title: z.string(),
        description: z.string(),
        sort: viewSortSchema,
      }),
    ),
  })
  .meta({ id: 'Views' });

/** The views that the person may know of. @public */
export type Views = z.infer<typeof viewsSchema>;

/** Everything that the catalogue is made of, for those who manage it, and what is to come. @public */
export const wholeStructureSchema = z
  .strictObject({
    at: z.string(),
    catalogues: z.array(catalogueSchema),
    categories: z.array(categorySchema.extend({ order: z.int() })),
    views: z.array(viewSchema.extend({ name: z.string() }).meta({ id: 'ManagedView' })),
    coming: z
      .array(
        z.strictObject({
          from: z.string(),
          planId: z.string().optional(),
          change: planChangeSchema,
        }),
      )
      .meta({ description: 'Released changes that hold from a later instant, by date' }),
  })
  .meta({ id: 'WholeStructure' });

/** Everything that the catalogue is made of, and what is to come. @public */
export type WholeStructure = z.infer<typeof wholeStructureSchema>;
