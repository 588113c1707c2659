/**
 * The portal's pages of Offerdesk for apps of the classic frontend system. Apps of the new one install
 * the default export of `./alpha`.
 *
 * @packageDocumentation
 */
export {
  EntityOffersCard,
  EntityOffersContent,
  HomeEndingOffers,
  HomeNewOffers,
  HomeWaitingPlans,
  OfferSearchResultListItem,
  offersPlugin,
  OffersPage,
  SearchOffersForYou,
} from './plugin';
export { offersApiRef, type OffersApi } from './data/offersApi';
export { type OfferResultProps } from './searchResults/OfferResult';
export { rootRouteRef } from './routes';
