import { z } from 'zod';
import { audienceSchema } from '../content/access';
import { entityRefSchema, idSchema, slugSchema } from '../refs';
import { DEFAULT_CATALOGUE } from './structure';
import { viewFilterSchema, viewSchema, viewSortSchema } from './viewFilter';
import { descriptionSchema, titleSchema } from './words';

const target = slugSchema.meta({ description: 'Name of what is changed' });

const orderSchema = z
  .int('Give a whole number')
  .min(0)
  .max(9_999)
  .meta({ description: 'Where it stands among its siblings; those of the same number by title' });

/** A body in which nothing is said changes nothing. */
const saysSomething = (body: object): boolean => Object.keys(body).length > 0;
const NOTHING = { error: 'Say what changes' };

const change = <K extends string, B extends z.ZodType>(kind: K, body: B) =>
  z.strictObject({ kind: z.literal(kind), target, body });

/** A catalogue comes, changes or goes. */
const catalogueChanges = [
  change(
    'catalogue-create',
    z.strictObject({
      title: titleSchema,
      description: descriptionSchema.default(''),
      owner: entityRefSchema,
    }),
  ),
  change(
    'catalogue-change',
    z
      .strictObject({
        title: titleSchema.optional(),
        description: descriptionSchema.optional(),
        owner: entityRefSchema.optional(),
      })
      .refine(saysSomething, NOTHING),
  ),
  change('catalogue-retire', z.strictObject({})),
] as const;

/** A category comes, changes, moves in the tree or goes. */
const categoryChanges = [
  change(
    'category-create',
    z.strictObject({
      title: titleSchema,
      description: descriptionSchema.default(''),
      catalogue: slugSchema.default(DEFAULT_CATALOGUE),
      parent: slugSchema.optional(),
      order: orderSchema.default(0),
    }),
  ),
  change(
    'category-change',
    z
      .strictObject({
        title: titleSchema.optional(),
        description: descriptionSchema.optional(),
        order: orderSchema.optional(),
      })
      .refine(saysSomething, NOTHING),
  ),
  change(
    'category-move',
    z.strictObject({
      parent: slugSchema.nullable().meta({ description: 'null: to the top of its catalogue' }),
      order: orderSchema.optional(),
    }),
  ),
  change(
    'category-retire',
    z.strictObject({
      into: slugSchema
        .optional()
        .meta({ description: 'The category in which its offers are found from then on' }),
    }),
  ),
] as const;

/** A view comes, changes or goes. */
const viewChanges = [
  change('view-create', viewSchema),
  change(
    'view-change',
    z
      .strictObject({
        title: titleSchema.optional(),
        description: descriptionSchema.optional(),
        filter: viewFilterSchema.optional(),
        sort: viewSortSchema.optional(),
        see: audienceSchema.optional(),
      })
      .refine(saysSomething, NOTHING),
  ),
  change('view-retire', z.strictObject({})),
] as const;

/** An offer goes into another catalogue, and into a category there: its versions stay what they are (rule 2). */
const offerChanges = [
  z.strictObject({
    kind: z.literal('offer-move'),
    target: idSchema.meta({ description: 'Id of the offer' }),
    body: z.strictObject({
      catalogue: slugSchema.meta({ description: 'The catalogue that holds it from then on' }),
      category: slugSchema.meta({
        description:
          'The category of that catalogue in which it is found, until a version names another one there',
      }),
    }),
  }),
] as const;

/**
 * A change of a catalogue, a category or a view, or of the catalogue that holds an offer: what kind of change, of what,
 * and what it says. It travels in a plan, and takes effect at the plan's instant. A change says only what becomes another, so two of them to one thing both
 * take effect, in the order of their dates (rule 7).
 * @public
 */
export const structureChangeSchema = z.discriminatedUnion('kind', [
  ...catalogueChanges,
  ...categoryChanges,
  ...viewChanges,
  ...offerChanges,
]);

/** A change of a catalogue, a category or a view. @public */
export type StructureChange = z.output<typeof structureChangeSchema>;

/** What kind of change it is. @public */
export type StructureChangeKind = StructureChange['kind'];

/** A change with the instant from which it holds. @public */
export interface DatedChange {
  change: StructureChange;
  /** UTC instant */
  from: string;
  /** the plan that brings it; what the configuration says has none */
  planId?: string | undefined;
}
