import type { CatalogueFilters, Facets } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import type { FilterName } from './address';

const COUNTED = 'owners,providers';

/**
 * How many offers each value of a filter has among what the other filters leave. Filters that are not
 * chosen share one question, since they leave the same.
 */
export function useFacets(filters: CatalogueFilters, without?: FilterName): Facets | undefined {
  const { [without ?? 'q']: _, ...others } = filters;
  const query = without ? others : filters;
  return useCall('facets', { query: { ...query, of: COUNTED } }, { keepPrevious: true }).data;
}
