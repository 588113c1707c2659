import {
  CATALOGUE_SORTS,
  instantFrom,
  INTERACTIONS,
  isAmount,
  isAtMost,
  isCurrency,
  LISTED_STATES,
  MOST_SEARCHED,
  oneOf,
  type CatalogueFilters,
  type CatalogueSort,
} from '@offerdesk/backstage-plugin-offers-common';
import { REF_FORM } from '../words/refs';

/** The filters, by the names that the API gives them. */
export const filterNames = [
  'q',
  'category',
  'view',
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
export type Layout = 'cards' | 'table';

/** How many offers can be compared. */
export const MOST_COMPARED = 4;

/** All that a catalogue page shows: it is what stands in its address, so that it can be shared and reloaded. */
export interface CatalogueAddress {
  filters: CatalogueFilters;
  sort: CatalogueSort | undefined;
  layout: Layout;
  starred: boolean;
  /** ids of the offers chosen to compare */
  compared: readonly string[];
  cursor: string | undefined;
}

/** The form of a name that an organisation gives; the backend says the rest. */
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What an address asks for; what makes no sense in it is passed over. */
export function readAddress(params: URLSearchParams): CatalogueAddress {
  return {
    filters: readFilters(params),
    sort: readSort(params),
    layout: params.get('layout') === 'table' ? 'table' : 'cards',
    starred: params.get('starred') === 'true',
    compared: readCompared(params.get('compare')),
    cursor: params.get('cursor') ?? undefined,
  };
}

function readSort(params: URLSearchParams): CatalogueSort | undefined {
  const sort = oneOf(CATALOGUE_SORTS, params.get('sort'));
  if (sort === 'price' && !params.get('currency')) return undefined;
  return sort === 'relevance' && !params.get('q')?.trim() ? undefined : sort;
}

/** Ids of offers, with commas between; more than can be compared are left out. */
export function readCompared(text: string | null): string[] {
  const ids = (text ?? '').split(',').filter(Boolean);
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

function readFilters(params: URLSearchParams): CatalogueFilters {
  const text = (name: FilterName) => params.get(name)?.trim() || undefined;
  const fitting = (name: FilterName, form: RegExp) => text(name)?.match(form)?.[0];
  const currency = isCurrency(text('currency') ?? '') ? text('currency') : undefined;
  // Prices in two currencies cannot be compared: without a currency their bounds say nothing.
  const price = (name: 'priceMin' | 'priceMax') =>
    currency && isAmount(text(name) ?? '') ? text(name) : undefined;
  const [priceMin, priceMax] = [price('priceMin'), price('priceMax')];
  // Bounds that leave nothing between them are a slip, and which of the two it is, nobody can tell.
  const isRange = !priceMin || !priceMax || isAtMost(priceMin, priceMax);
  const days = fitting('leadTimeMax', /^\d{1,4}$/);
  return {
    q: text('q')?.slice(0, MOST_SEARCHED),
    category: fitting('category', SLUG),
    view: fitting('view', SLUG),
    interaction: oneOf(INTERACTIONS, text('interaction')),
    provider: fitting('provider', /^.{1,255}$/),
    owner: fitting('owner', REF_FORM),
    entity: fitting('entity', REF_FORM),
    state: oneOf(LISTED_STATES, text('state')),
    currency,
    ...(isRange ? { priceMin, priceMax } : {}),
    leadTimeMax: days === undefined ? undefined : Number(days),
    at: instantFrom(text('at') ?? ''),
  };
}

/** Whether the filters leave anything out; another instant and the currency of prices are no filters. */
export function isFiltered(filters: CatalogueFilters): boolean {
  return filterNames.some(
    name => name !== 'at' && name !== 'currency' && filters[name] !== undefined,
  );
}
