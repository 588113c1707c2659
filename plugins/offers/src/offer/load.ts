import { useEffect } from 'react';
import { fetchedSoon } from '../parts/fetchedSoon';

/** The page of an offer, and how it is fetched, whichever offer it will be of. */
export const { Part: OfferPage, fetchPart: fetchOfferPage } = fetchedSoon(
  () => import('./OfferPage'),
);

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
    const asked = window.requestIdleCallback(() => void fetchOfferPage().catch(() => {}));
    return () => window.cancelIdleCallback(asked);
  }, [isShown]);
}
