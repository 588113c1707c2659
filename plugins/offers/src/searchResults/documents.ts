/** The type of the documents that `search-backend-module-offers` indexes. */
export const OFFERS = 'offers';
