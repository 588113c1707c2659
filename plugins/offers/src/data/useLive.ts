import { useSignal } from '@backstage/plugin-signals-react';
import { OFFERS_SIGNAL_CHANNEL } from '@offerdesk/backstage-plugin-offers-common';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Everybody hears a signal at once; within so many milliseconds each asks again in their own time. */
const SPREAD_MS = 2_000;

/** How often what is in sight is read again where there are no signals, in milliseconds. */
const WITHOUT_SIGNALS_MS = 60_000;

/**
 * Keeps what is in sight as it is on the server: read again when a signal says that something changed, or,
 * in an app without signals, every so often while the window is in sight.
 */
export function useLive(): void {
  const queries = useQueryClient();
  const { lastSignal, isSignalsAvailable } = useSignal(OFFERS_SIGNAL_CHANNEL);
  useEffect(() => {
    if (!lastSignal) return undefined;
    const timer = setTimeout(() => {
      queries.invalidateQueries({ queryKey: ['offers'] });
    }, Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, [lastSignal, queries]);
  useEffect(() => {
    if (isSignalsAvailable) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') {
        queries.invalidateQueries({ queryKey: ['offers'] });
      }
    }, WITHOUT_SIGNALS_MS);
    return () => clearInterval(timer);
  }, [isSignalsAvailable, queries]);
}
