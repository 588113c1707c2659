import { lazy, useEffect } from 'react';
import { fetchedSoon } from '../parts/fetchedSoon';

/** Asked for here alone: a part that is asked for in two places is built twice, each without what stands around it there. */
const onPage = () => import('./onPage');

/** The page of an offer, and how it is fetched, whichever offer it will be of. */
export const { Part: OfferPage, fetchPart: fetchOfferPage } = fetchedSoon(onPage);

/** What a consumer would be asked and what it would cost, for whoever writes it. */
export const QuotePreview = lazy(() => onPage().then(part => ({ default: part.QuotePreview })));

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
