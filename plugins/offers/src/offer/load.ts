import { useEffect } from 'react';

/** Fetches the page of an offer, whichever it will be; once, however often it is asked for. */
export const loadOfferPage = () => import('./OfferPage');

/**
 * Fetches the page of an offer while nothing else is to be done, since that is what somebody opens next.
 *
 * @param isShown - whether what they came for is shown
 */
export function useOfferPageSoon(isShown: boolean): void {
  useEffect(() => {
    // Browsers that do not tell when they rest fetch it when it is opened.
    if (!isShown || !window.requestIdleCallback) return undefined;
    // What could not be fetched now is asked for again, and told of, when it is opened.
    const asked = window.requestIdleCallback(() => void loadOfferPage().catch(() => {}));
    return () => window.cancelIdleCallback(asked);
  }, [isShown]);
}
