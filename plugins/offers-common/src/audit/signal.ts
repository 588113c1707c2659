/** The channel of Backstage's signals that says when pages are worth reading again. @public */
export const OFFERS_SIGNAL_CHANNEL = 'offers';

/**
 * A hint that something of a kind has changed. It goes to everybody who is signed in, so it names nothing:
 * no offer, no plan, no person (rule 1). Who gets it asks the API again, which answers what they may see.
 * @public
 */
export type OffersSignal = {
  about: 'catalogue' | 'drafts' | 'plans' | 'deliveries' | 'sources' | 'demands';
};
