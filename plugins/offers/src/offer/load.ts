/** Fetches the page of an offer, whichever it will be; once, however often it is asked for. */
export const loadOfferPage = () => import('./OfferPage');
