import { useApi } from '@backstage/core-plugin-api';
import { offersApiRef } from '../data/offersApi';
import { useCall, usePages } from '../data/useCall';
import type { Filters } from './useCatalogueFilters';

/** The offers that match, page by page. `entity` narrows them to those linked to an entity. */
export function useBrowse(filters: Filters & { entity?: string }) {
  const api = useApi(offersApiRef);
  return usePages(['browse', filters], (cursor, signal) =>
    api.call('browseOffers', { query: { ...filters, ...(cursor ? { cursor } : {}) } }, { signal }),
  );
}

/** Gives the title of a configured category; its id while titles are unknown. */
export function useCategoryTitles(): (category: string | undefined) => string | undefined {
  const { data } = useCall('categories', {});
  return category => data?.items.find(({ id }) => id === category)?.title ?? category;
}
