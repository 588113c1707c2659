/*
 * The frame with the catalogue, and what stands on pages of others. Parts of the plugin that are loaded apart each bring
 * what they share, so these are one part.
 */
export { createPortalClient } from './data/portalClient';
export { EntityOffersCard, EntityOffersContent } from './entity/EntityOffers';
export { EndingOffers, NewOffers } from './home/OfferWidgets';
export { WaitingPlans } from './home/WaitingPlans';
export { OfferResult } from './searchResults/OfferResult';
export { OffersRouter } from './shell/OffersRouter';
export { OffersForYou } from './searchResults/OffersForYou';
