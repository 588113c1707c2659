import { z } from 'zod';
import { isAmount, isAtMost } from '../amounts';
import { CATALOGUE_SORTS } from '../vocabulary';
import { instantSchema } from '../instant';
import { interactionSchema } from '../interaction';
import { amountSchema, currencySchema } from '../money';
import { entityRefSchema, idSchema, slugSchema } from '../refs';
import { listedStateSchema, offerCardSchema } from './catalogue';
import { commaList, cursorSchema, flagSchema, limitSchema, searchSchema } from './paging';

const filters = {
  q: searchSchema.optional().meta({
    description:
      'Words of title, name, tags, summary or description; each finds what begins with it',
  }),
  category: slugSchema.optional().meta({ description: 'A category, with those below it' }),
  catalogue: slugSchema.optional(),
  view: slugSchema
    .optional()
    .meta({ description: 'A view that the person may know of; the other filters narrow it' }),
  interaction: interactionSchema.optional(),
  provider: z
    .string()
    .trim()
    .max(255)
    .optional()
    .meta({ description: 'Name of the supplier, or the owner where there is none' }),
  owner: entityRefSchema.optional(),
  entity: entityRefSchema
    .optional()
    .meta({ description: 'An entity of the software catalogue that the offer is linked to' }),
  state: listedStateSchema.optional(),
  currency: currencySchema
    .optional()
    .meta({ description: 'Of the prices that are filtered or sorted by' }),
  priceMin: amountSchema
    .optional()
    .meta({ description: 'Lowest price of the first year, without what is paid by use' }),
  priceMax: amountSchema.optional().meta({ description: 'Highest price of the first year' }),
  leadTimeMax: z.coerce
    .number('Give a number of days')
    .int('Give whole days')
    .min(0)
    .max(10_000)
    .optional(),
  at: instantSchema.optional().meta({
    description:
      'Another instant, past or ahead; for those who read every offer, and for owners of theirs',
  }),
};

interface PriceQuestion {
  currency?: string | undefined;
  priceMin?: string | undefined;
  priceMax?: string | undefined;
  sort?: string | undefined;
}

/** Prices in two currencies cannot be compared, so what looks at them names one. */
const namesCurrency = ({ currency, priceMin, priceMax, sort }: PriceQuestion): boolean =>
  currency !== undefined || (priceMin === undefined && priceMax === undefined && sort !== 'price');

const currencyNeeded = {
  path: ['currency'],
  error: 'Name the currency of the prices, such as EUR',
};

/** What is no amount is refused by its own field. */
const lowestIsLowest = ({ priceMin = '', priceMax = '' }: PriceQuestion): boolean =>
  !isAmount(priceMin) || !isAmount(priceMax) || isAtMost(priceMin, priceMax);

const highestNeeded = {
  path: ['priceMax'],
  error: 'Give at least as much as priceMin, or leave one of the two out',
};

/** What the catalogue is ordered by. @public */
export const catalogueSortSchema = z.enum(CATALOGUE_SORTS).meta({
  id: 'CatalogueSort',
  description:
    'By title unless told; by relevance, the best first, where words are searched for. Popular: what most people watch comes first',
});

/** What the catalogue is ordered by. @public */
export type CatalogueSort = z.infer<typeof catalogueSortSchema>;

const paged = {
  ...filters,
  sort: catalogueSortSchema.optional(),
  total: flagSchema.optional().meta({ description: 'Whether to count them all' }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
};

/** How the catalogue is filtered, ordered and paged. @public */
export const browseQuerySchema = z
  .strictObject(paged)
  .refine(namesCurrency, currencyNeeded)
  .refine(lowestIsLowest, highestNeeded);

/** How the catalogue is filtered, ordered and paged. @public */
export type BrowseQuery = z.output<typeof browseQuerySchema>;

/** The fields of a card. @public */
export const cardFieldSchema = offerCardSchema.keyof().meta({ id: 'CardField' });

/** The same with the fields to answer with. @public */
export const browseFieldsQuerySchema = z
  .strictObject({
    ...paged,
    fields: commaList(cardFieldSchema, 30).meta({
      description: 'Fields of a card, with commas between',
      example: 'name,title',
    }),
  })
  .refine(namesCurrency, currencyNeeded)
  .refine(lowestIsLowest, highestNeeded);

/** The same with the fields to answer with. @public */
export type BrowseFieldsQuery = z.output<typeof browseFieldsQuerySchema>;

/** The same filters, for counting. @public */
export const facetsQuerySchema = z
  .strictObject({
    ...filters,
    of: commaList(z.enum(['owners', 'providers']), 2)
      .optional()
      .meta({
        description: 'What to count besides: owners, providers, with a comma between',
        example: 'owners,providers',
      }),
  })
  .refine(namesCurrency, currencyNeeded)
  .refine(lowestIsLowest, highestNeeded);

/** The same filters, for counting. @public */
export type FacetsQuery = z.output<typeof facetsQuerySchema>;

/** The filters of the catalogue. @public */
export type CatalogueFilters = Omit<FacetsQuery, 'of'>;

const counted = <T extends z.ZodType>(id: T) => z.array(z.strictObject({ id, count: z.int() }));

/** How many offers of the person's own catalogue each filter value has. @public */
export const facetsSchema = z
  .strictObject({
    total: z.int(),
    categories: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          parent: z.string().optional(),
          count: z.int(),
        }),
      )
      .meta({ description: 'Each counts what is below it, too' }),
    interactions: counted(interactionSchema),
    states: counted(listedStateSchema),
    owners: counted(z.string()).optional(),
    providers: counted(z.string()).optional(),
  })
  .meta({ id: 'Facets' });

/** How many offers each filter value has. @public */
export type Facets = z.infer<typeof facetsSchema>;

/** Offers by their ids. @public */
export const offersByIdQuerySchema = z.strictObject({
  ids: commaList(idSchema, 100).meta({
    description: 'At most 100 ids, with commas between',
    example: '0d5b9f6e-8f0c-4c1b-9c0a-3f1f6c3c8a11,7c9e6679-7425-40de-944b-e07fc1f90ae7',
  }),
  at: filters.at,
});

/** Offers by the entities that they are linked to. @public */
export const offersByEntityQuerySchema = z
  .strictObject({ refs: z.array(entityRefSchema).min(1).max(100, 'Ask for at most 100 at once') })
  .meta({ id: 'OffersByEntityQuery' });
