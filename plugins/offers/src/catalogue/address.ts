import {
  catalogueSortSchema,
  facetsQuerySchema,
  type CatalogueFilters,
  type CatalogueSort,
} from '@offerdesk/backstage-plugin-offers-common';

/** The filters, by the names that the API gives them. */
export const filterNames = [
  'q',
  'category',
  'interaction',
  'provider',
  'owner',
  'entity',
  'state',
  'currency',
  'priceMin',
  'priceMax',
  'leadTimeMax',
  'at',
] as const;

/** The name of a filter. */
export type FilterName = (typeof filterNames)[number];

/** How the catalogue is shown. */
export type View = 'cards' | 'table';

/** How many offers can be compared. */
export const MOST_COMPARED = 4;

/** All that a catalogue page shows: it is what stands in its address, so that it can be shared and reloaded. */
export interface CatalogueAddress {
  filters: CatalogueFilters;
  sort: CatalogueSort | undefined;
  view: View;
  starred: boolean;
  /** ids of the offers chosen to compare */
  compared: readonly string[];
  cursor: string | undefined;
}

const PRICE_NAMES: readonly FilterName[] = ['priceMin', 'priceMax'];

/** What an address asks for; what makes no sense in it is passed over. */
export function readAddress(params: URLSearchParams): CatalogueAddress {
  return {
    filters: readFilters(params),
    sort: readSort(params),
    view: params.get('view') === 'table' ? 'table' : 'cards',
    starred: params.get('starred') === 'true',
    compared: readCompared(params.get('compare')),
    cursor: params.get('cursor') ?? undefined,
  };
}

function readSort(params: URLSearchParams): CatalogueSort | undefined {
  const sort = catalogueSortSchema.safeParse(params.get('sort')).data;
  if (sort === 'price' && !params.get('currency')) return undefined;
  return sort === 'relevance' && !params.get('q')?.trim() ? undefined : sort;
}

/** Ids of offers, with commas between; more than can be compared are left out. */
export function readCompared(text: string | null): string[] {
  const ids = (text ?? '').split(',').filter(Boolean);
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

function readFilters(params: URLSearchParams): CatalogueFilters {
  const sound = filterNames.flatMap(name => {
    const value = params.get(name)?.trim();
    if (!value || !facetsQuerySchema.shape[name].safeParse(value).success) return [];
    // Prices in two currencies cannot be compared: without a currency their bounds say nothing.
    if (PRICE_NAMES.includes(name) && !params.get('currency')) return [];
    return [[name, value]];
  });
  return facetsQuerySchema.safeParse(Object.fromEntries(sound)).data ?? {};
}

/** Whether the filters leave anything out; another instant and the currency of prices are no filters. */
export function isFiltered(filters: CatalogueFilters): boolean {
  return filterNames.some(
    name => name !== 'at' && name !== 'currency' && filters[name] !== undefined,
  );
}
