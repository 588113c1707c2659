import { useApi } from '@backstage/core-plugin-api';
import type { CallInput, CallOutput, OperationId } from '@offerdesk/backstage-plugin-offers-common';
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { offersApiRef, type OffersApi } from './offersApi';
import { usePace } from './useLive';

interface CallSettings<T> {
  enabled?: boolean;
  /** asks again every so many milliseconds, while it gives a number; less often where signals tell */
  refetchInterval?: (data: T | undefined) => number | false;
  /** shows the answer to the question before while a new one is asked */
  keepPrevious?: boolean;
}

/** A question by what its answer is kept under, and how it is asked. */
const question = <Id extends OperationId>(api: OffersApi, id: Id, input: CallInput<Id>) => ({
  queryKey: ['offers', id, input],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.call(id, input, { signal }),
});

/** The answer of a reading operation, kept and refreshed. */
export function useCall<Id extends OperationId>(
  id: Id,
  input: CallInput<Id>,
  { enabled = true, refetchInterval, keepPrevious }: CallSettings<CallOutput<Id>> = {},
) {
  const api = useApi(offersApiRef);
  const pace = usePace();
  return useQuery<CallOutput<Id>, Error>({
    ...question(api, id, input),
    enabled,
    ...(refetchInterval
      ? { refetchInterval: query => pace(refetchInterval(query.state.data)) }
      : {}),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/**
 * Gives a function that asks for what will likely be shown next, while the reader still moves towards it; what was read just now
 * is not asked for again, and nobody hears of a failure before it matters.
 */
export function useAhead<Id extends OperationId>(id: Id): (input: CallInput<Id>) => void {
  const api = useApi(offersApiRef);
  const queries = useQueryClient();
  return useCallback(
    input => void queries.prefetchQuery({ ...question(api, id, input), retry: false }),
    [api, id, queries],
  );
}

/** A page of a list. */
export interface Page<T> {
  items: T[];
  nextCursor?: string | undefined;
}

/**
 * The pages of a list, one after the other by cursor.
 *
 * @param key - tells this list from others, its filters among it
 * @param load - fetches the page that begins at a cursor
 */
export function usePages<T>(
  key: readonly unknown[],
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  { refetchInterval = 0, ...settings }: { enabled?: boolean; refetchInterval?: number } = {},
) {
  const pace = usePace();
  const pages = useInfiniteQuery({
    queryKey: ['offers', ...key],
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: refetchInterval > 0 && pace(refetchInterval),
    ...settings,
  });
  return { ...pages, items: pages.data?.pages.flatMap(page => page.items) };
}

/** A changing operation; everything on the screen is read again when it has an answer of either kind. */
export function useAct<Id extends OperationId>(id: Id) {
  const api = useApi(offersApiRef);
  const queries = useQueryClient();
  return useMutation<CallOutput<Id>, Error, CallInput<Id>>({
    mutationFn: input => api.call(id, input),
    onSettled: () => {
      queries.invalidateQueries({ queryKey: ['offers'] });
    },
  });
}

/** A reading operation that is asked when somebody says so, and not again by itself: it costs others something. */
export function useAsk<Id extends OperationId>(id: Id) {
  const api = useApi(offersApiRef);
  return useMutation<CallOutput<Id>, Error, CallInput<Id>>({
    mutationFn: input => api.call(id, input),
  });
}
