import { useApi } from '@backstage/core-plugin-api';
import type { CatalogueFilters, OfferCardPage } from '@offerdesk/backstage-plugin-offers-common';
import { useCallback } from 'react';
import { offersApiRef } from '../data/offersApi';
import { useAhead, useCall, usePages } from '../data/useCall';
import type { CatalogueAddress } from './address';
import type { Stars } from './useStars';

/**
 * How many offers a page shows: as many as are drawn within 100 ms of a press. Cards and table show the same, so one takes the place
 * of the other without asking, and is drawn once.
 */
const ON_A_PAGE = 20;

type Asked = Pick<CatalogueAddress, 'filters' | 'sort' | 'cursor'>;

const pageOf = ({ filters, sort, cursor }: Asked) => ({
  query: {
    ...filters,
    ...(sort ? { sort } : {}),
    ...(cursor ? { cursor } : {}),
    limit: ON_A_PAGE,
  },
});

/** One page of the catalogue as the address asks for it, or the starred offers. */
export function useCataloguePage(address: CatalogueAddress, stars: Stars) {
  const { filters, starred } = address;
  const page = useCall('browseOffers', pageOf(address), {
    keepPrevious: true,
    enabled: !starred,
  });
  const kept = useCall(
    'offersById',
    { query: { ids: stars.ids.join(','), ...(filters.at ? { at: filters.at } : {}) } },
    { keepPrevious: true, enabled: starred && stars.ids.length > 0 },
  );
  if (!starred) return page;
  const none: OfferCardPage = { items: [] };
  return stars.isKnown && stars.ids.length === 0 ? { ...kept, data: none, isPending: false } : kept;
}

/** Gives a function that reads another page of the same ahead: where it begins is told, empty for the first. */
export function usePageAhead(address: CatalogueAddress): (cursor: string) => void {
  const ahead = useAhead('browseOffers');
  return cursor => ahead(pageOf({ ...address, cursor }));
}

/** The offers that match, page by page, one below the other. */
export function useBrowse(filters: CatalogueFilters) {
  const api = useApi(offersApiRef);
  return usePages(['browse', filters], (cursor, signal) =>
    api.call('browseOffers', { query: { ...filters, ...(cursor ? { cursor } : {}) } }, { signal }),
  );
}

/** Gives the title of a configured category; its id while titles are unknown. */
export function useCategoryTitles(): (category: string | undefined) => string | undefined {
  const { data } = useCall('categories', {});
  return useCallback(
    category => data?.items.find(({ id }) => id === category)?.title ?? category,
    [data],
  );
}
