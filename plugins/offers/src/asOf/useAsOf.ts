import { instantFrom } from '@offerdesk/backstage-plugin-offers-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The instant that the reader looks at, where it is not now: it stands in the address. */
export function useAsOf() {
  const [params, setParams] = useSearchParams();
  const at = instantFrom(params.get('at') ?? '');
  const lookAt = useCallback(
    (instant: string | undefined) =>
      setParams(before => {
        const next = new URLSearchParams(before);
        // Another time has other pages.
        next.delete('cursor');
        if (instant) next.set('at', instant);
        else next.delete('at');
        return next;
      }),
    [setParams],
  );
  return { at, lookAt };
}
