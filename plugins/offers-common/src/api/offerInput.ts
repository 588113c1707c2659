import { z } from 'zod';
import { contentSchema } from '../content/content';
import { interactionSchema } from '../interaction';
import { entityRefSchema, offerNameSchema, slugSchema } from '../refs';
import { DEFAULT_CATALOGUE } from '../structure/structure';

/* Apart from what is answered about offers: pages check what is written by these, and need no more of the API. */

/** A new offer. @public */
export const createOfferSchema = z
  .strictObject({
    name: offerNameSchema,
    catalogue: slugSchema
      .default(DEFAULT_CATALOGUE)
      .meta({ description: 'The catalogue that holds it; it stays there' }),
    interaction: interactionSchema,
    owner: entityRefSchema.optional(),
    content: contentSchema,
  })
  .meta({ id: 'CreateOffer' });

/** A new offer. @public */
export type CreateOffer = z.output<typeof createOfferSchema>;

/** The whole draft, as it shall be from now on. @public */
export const putDraftSchema = z
  .strictObject({ owner: entityRefSchema.optional(), content: contentSchema })
  .meta({ id: 'PutDraft' });

/** The whole draft, as it shall be from now on. @public */
export type PutDraft = z.output<typeof putDraftSchema>;
