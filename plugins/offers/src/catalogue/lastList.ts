import { useCallback, useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { useLinks } from '../shell/useLinks';

/** What was last asked of the catalogue in this visit. */
let lastSearch = '';

/** Remembers the list that the reader looks at, so that an offer leads back to it. */
export function useRememberedList(): void {
  const { search } = useLocation();
  useEffect(() => {
    lastSearch = search;
  }, [search]);
}

/** The address of the list that the reader came from, at the instant that they look at now. */
export function useLastList(): (at: string | undefined) => string {
  const { catalogue } = useLinks();
  return useCallback(
    at => {
      const params = new URLSearchParams(lastSearch);
      if ((params.get('at') ?? undefined) !== at) {
        // Another time has other pages.
        params.delete('cursor');
        if (at) params.set('at', at);
        else params.delete('at');
      }
      return params.size > 0 ? `${catalogue}?${params}` : catalogue;
    },
    [catalogue],
  );
}
