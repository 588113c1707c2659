import type { CatalogueFilters, Facets } from '@offerdesk/backstage-plugin-offers-common';
import { useRef } from 'react';
import { useCall } from '../data/useCall';
import type { FilterName } from './address';

const COUNTED = 'owners,providers';

/**
 * The last of a value that was known. Filters stand with it while they cannot be counted: whoever chose one that cannot be read must be
 * able to choose another.
 */
export function useLastKnown<T>(value: T | undefined): T | undefined {
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  return last.current;
}

/**
 * How many offers each value of a filter has among what the other filters leave. Filters that are not
 * chosen share one question, since they leave the same.
 */
export function useFacets(filters: CatalogueFilters, without?: FilterName): Facets | undefined {
  const { [without ?? 'q']: _, ...others } = filters;
  const query = without ? others : filters;
  return useCall('facets', { query: { ...query, of: COUNTED } }, { keepPrevious: true }).data;
}
