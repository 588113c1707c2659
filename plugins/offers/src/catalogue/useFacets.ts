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

const useCounts = (filters: CatalogueFilters) =>
  useCall('facets', { query: { ...filters, of: COUNTED } }, { keepPrevious: true });

/**
 * How many offers each value of a filter has among what the other filters leave. Filters that are not
 * chosen share one question, since they leave the same.
 */
export function useFacets(filters: CatalogueFilters, without: FilterName): Facets | undefined {
  const { [without]: _, ...others } = filters;
  return useCounts(others).data;
}

/** Whether nothing has been counted yet, whatever the filters, nor has failed to be. */
export function useIsFirstCount(filters: CatalogueFilters): boolean {
  const { isPending } = useCounts(filters);
  return useLastKnown(isPending ? undefined : false) ?? true;
}

/** How many offers the filters leave; undefined until that is known of these filters. With the reason where it cannot be read. */
export function useTotal(filters: CatalogueFilters) {
  const { data, isPlaceholderData, error } = useCounts(filters);
  return { total: isPlaceholderData ? undefined : data?.total, error };
}
