/* The page of an offer, and what the editor shows of it: one part, so that neither brings the other's again. */
export { default } from './OfferPage';
export { QuotePreview } from './quote/QuotePreview';
