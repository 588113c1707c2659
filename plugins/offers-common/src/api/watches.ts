import { z } from 'zod';
import { idSchema } from '../refs';

/** How many offers a person watches at most: as many as one page of them shows. @public */
export const MOST_WATCHED = 100;

/** The offers that a person watches, the last one first. @public */
export const watchedOffersSchema = z
  .strictObject({ ids: z.array(idSchema) })
  .meta({ id: 'WatchedOffers' });

/** The offers that a person watches. @public */
export type WatchedOffers = z.infer<typeof watchedOffersSchema>;

/** Whether to watch an offer. @public */
export const watchOfferSchema = z
  .strictObject({ watched: z.boolean().meta({ example: true }) })
  .meta({ id: 'WatchOffer' });

/** Whether to watch an offer. @public */
export type WatchOffer = z.output<typeof watchOfferSchema>;
