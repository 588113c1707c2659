import { z } from 'zod';
import { VIEW_SORTS } from '../vocabulary';
import { audienceSchema } from '../content/access';
import { interactionSchema } from '../interaction';
import { entityRefSchema, slugSchema } from '../refs';
import { descriptionSchema, titleSchema } from './words';

/** How many values one field of a filter has at most. */
const MOST = 50;

const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).max(MOST, `Name at most ${MOST}`).default([]);

/**
 * What a view shows of the catalogue: an offer has to fit every field that names anything, and fits a field by one of
 * its values. A category stands for those below it, too. A filter that names nothing shows everything.
 * @public
 */
export const viewFilterSchema = z
  .strictObject({
    catalogues: listOf(slugSchema),
    categories: listOf(slugSchema).meta({ description: 'Each with those below it' }),
    interactions: listOf(interactionSchema),
    tags: listOf(z.string().trim().min(1).max(50)),
    owners: listOf(entityRefSchema),
    providers: listOf(z.string().trim().min(1).max(255)),
    entities: listOf(entityRefSchema).meta({
      description: 'Entities of the software catalogue that an offer is linked to',
    }),
  })
  .meta({ id: 'ViewFilter' });

/** What a view shows of the catalogue. @public */
export type ViewFilter = z.output<typeof viewFilterSchema>;

/** In which order a view shows its offers, unless another is asked for. @public */
export const viewSortSchema = z.enum(VIEW_SORTS).meta({ id: 'ViewSort' });

/** In which order a view shows its offers. @public */
export type ViewSort = z.infer<typeof viewSortSchema>;

/** A view: a named filter over the catalogue, with its own audience. @public */
export const viewSchema = z.strictObject({
  title: titleSchema,
  description: descriptionSchema.default(''),
  filter: viewFilterSchema.prefault({}),
  sort: viewSortSchema.default('title'),
  see: audienceSchema.meta({
    description: 'Who knows of the view; what they see in it, the offers themselves say',
  }),
});

/** A view. @public */
export type View = z.output<typeof viewSchema>;
