import { useApi } from '@backstage/core-plugin-api';
import type { OfferPage } from '@offerdesk/backstage-plugin-offers-common';
import { useQueries } from '@tanstack/react-query';
import { offersApiRef } from '../data/offersApi';
import { isNotFound } from '../data/problems';
import { useCall } from '../data/useCall';

/** The offers to compare: undefined while they are not known. */
export interface Compared {
  offers: readonly OfferPage[] | undefined;
  /** whether some of those asked for are not there for this reader */
  someMissing: boolean;
  error: Error | null;
  retry: () => void;
}

/**
 * The pages of some offers, in the order asked for; those that the reader may not see are left out.
 *
 * @param at - another instant that the reader looks at
 */
export function useCompared(ids: readonly string[], at: string | undefined): Compared {
  const api = useApi(offersApiRef);
  const cards = useCall(
    'offersById',
    { query: { ids: ids.join(','), ...(at ? { at } : {}) } },
    { enabled: ids.length > 0, keepPrevious: true },
  );
  const known = (cards.data?.items ?? []).filter(({ id }) => ids.includes(id));
  const pages = useQueries({
    queries: known.map(({ name }) => {
      const input = { params: { name }, ...(at ? { query: { at } } : {}) };
      return {
        queryKey: ['offers', 'offerPage', input],
        queryFn: ({ signal }: { signal: AbortSignal }) => api.call('offerPage', input, { signal }),
      };
    }),
  });
  // Between the two questions an offer can close; then it is one of those that are not there.
  const error = pages.map(page => page.error).find(found => found && !isNotFound(found)) ?? null;
  const isReady = cards.data !== undefined && pages.every(({ isPending }) => !isPending);
  const offers = pages.flatMap(({ data }) => (data ? [data] : []));
  return {
    // With nothing asked for there is nothing to wait for.
    offers: isReady || ids.length === 0 ? offers : undefined,
    someMissing: isReady && offers.length < ids.length,
    error: cards.error ?? error,
    retry: () => {
      cards.refetch();
      pages.forEach(page => page.refetch());
    },
  };
}
