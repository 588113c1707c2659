import { useApi } from '@backstage/core-plugin-api';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import type { PlanFilters } from './usePlanFilters';

/** How often plans are read again, in milliseconds, so that decisions from Slack appear by themselves. */
const REFRESH_MS = 10_000;

interface WantedPlans extends Pick<PlanFilters, 'state' | 'scenario' | 'offer'> {
  /** how many are read at once */
  limit?: number;
}

/** The release plans that are wanted, page by page, latest change first. */
export function usePlans({ state, scenario, offer, limit }: WantedPlans) {
  const api = useApi(offersApiRef);
  const query = {
    ...(state ? { state } : {}),
    ...(scenario ? { scenario } : {}),
    ...(offer ? { offer } : {}),
    ...(limit ? { limit } : {}),
  };
  return usePages(
    ['plans', query],
    (cursor, signal) =>
      api.call('listPlans', { query: { ...query, ...(cursor ? { cursor } : {}) } }, { signal }),
    { refetchInterval: REFRESH_MS },
  );
}
