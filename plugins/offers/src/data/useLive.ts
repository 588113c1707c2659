import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  OFFERS_SIGNAL_CHANNEL,
  type OffersSignal,
} from '@offerdesk/backstage-plugin-offers-common';
import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

type About = OffersSignal['about'];

/**
 * Everybody hears a signal at once; within so many milliseconds each asks again in their own time. What
 * concerns every engineer is spread further than what a few managers have before them.
 */
const SPREAD_MS: Readonly<Record<About, number>> = {
  catalogue: 1_500,
  drafts: 400,
  plans: 400,
  deliveries: 400,
  sources: 400,
  demands: 400,
};

/** How often what is in sight is read again where there are no signals, in milliseconds. */
const WITHOUT_SIGNALS_MS = 60_000;

/** Signals may be missed while a connection is made anew, so what is polled is still read this often. */
const WITH_SIGNALS_MS = 30_000;

/** What only the catalogue changes: no draft, plan or message alone does. Named by the first part of the key. */
const PUBLIC = new Set([
  'browse',
  'browseOffers',
  'browseFields',
  'offersById',
  'offersByEntity',
  'facets',
  'offerPage',
  'offerNews',
  'offerStory',
  'explainOffer',
]);

/** Whether the answer to a query can be another one after a signal. */
function concerns(about: About, { queryKey: [plugin, what] }: Query): boolean {
  if (plugin !== 'offers') return false;
  return about === 'catalogue' || !PUBLIC.has(String(what));
}

/** Reads again what a signal concerns, once for all signals of a kind within the spread. */
function listening(queries: QueryClient) {
  const waiting = new Map<About, ReturnType<typeof setTimeout>>();
  const hear = ({ about }: OffersSignal) => {
    if (waiting.has(about)) return;
    const timer = setTimeout(
      () => {
        waiting.delete(about);
        queries.invalidateQueries({ predicate: query => concerns(about, query) });
      },
      Math.random() * (SPREAD_MS[about] ?? WITHOUT_SIGNALS_MS),
    );
    waiting.set(about, timer);
  };
  return { hear, stop: () => waiting.forEach(timer => clearTimeout(timer)) };
}

/**
 * Keeps what is in sight as it is on the server: read again when a signal says that something changed, or,
 * in an app without signals, every so often while the window is in sight.
 */
export function useLive(): void {
  const queries = useQueryClient();
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    if (!signals) return undefined;
    const { hear, stop } = listening(queries);
    const { unsubscribe } = signals.subscribe<OffersSignal>(OFFERS_SIGNAL_CHANNEL, hear);
    return () => {
      unsubscribe();
      stop();
    };
  }, [signals, queries]);
  useEffect(() => {
    if (signals) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') {
        queries.invalidateQueries({ queryKey: ['offers'] });
      }
    }, WITHOUT_SIGNALS_MS);
    return () => clearInterval(timer);
  }, [signals, queries]);
}

/**
 * How often to poll what somebody else may change at any moment, in milliseconds: as often as is asked for
 * where there are no signals, and now and then where there are.
 */
export function usePace(): (ms: number | false) => number | false {
  const hasSignals = useApiHolder().get(signalApiRef) !== undefined;
  return ms => (ms !== false && hasSignals ? Math.max(ms, WITH_SIGNALS_MS) : ms);
}
