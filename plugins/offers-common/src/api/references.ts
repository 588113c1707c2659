import { z } from 'zod';
import { keptPartySchema, keptPriceListSchema } from '../references/kept';
import { slugSchema } from '../refs';
import { cursorSchema, limitSchema, pageOf } from './paging';

const id = slugSchema.meta({ description: 'What offers refer to it by; never changed' });

const head = {
  id,
  retired: z
    .boolean()
    .meta({ description: 'Retired: published versions keep it, a release refuses it' }),
  revision: z.int().meta({ description: 'Send it back as If-Match: "<revision>"' }),
  updatedAt: z.string(),
  updatedBy: z.string(),
};

/** An offer that refers to what is kept. @public */
export const referringOfferSchema = z
  .strictObject({ id: z.string(), name: z.string(), title: z.string(), version: z.int() })
  .meta({ id: 'ReferringOffer' });

/** An offer that refers to what is kept. @public */
export type ReferringOffer = z.infer<typeof referringOfferSchema>;

/** What a change of what is kept did, and what it left as it was. */
const effect = {
  refreshed: z
    .array(referringOfferSchema)
    .meta({ description: 'Drafts that were brought up to date' }),
  stillSaying: z.array(referringOfferSchema).meta({
    description:
      'Published versions, serving or ahead, that say the former: a plan can change them',
  }),
};

/** How what is kept is listed. @public */
export const keptQuerySchema = z.strictObject({
  retired: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'true: those that are retired too' }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

/** How what is kept is listed. @public */
export type KeptQuery = z.output<typeof keptQuerySchema>;

/** A price list that is kept once. @public */
export const storedPriceListSchema = keptPriceListSchema
  .extend(head)
  .meta({ id: 'StoredPriceList' });

/** A page of price lists by id. @public */
export const priceListPageSchema = pageOf(storedPriceListSchema).meta({ id: 'PriceListPage' });

/** A new price list. @public */
export const createPriceListSchema = keptPriceListSchema
  .extend({ id })
  .meta({ id: 'CreatePriceList' });

/** A changed price list, and the offers that refer to it. @public */
export const changedPriceListSchema = storedPriceListSchema
  .extend(effect)
  .meta({ id: 'ChangedPriceList' });

const party = {
  id: 'acme',
  name: 'Acme',
  kind: 'external',
  contact: 'desk@acme.example',
  note: '',
};

const storedParty = {
  ...party,
  retired: false,
  revision: 2,
  updatedAt: '2026-12-01T08:00:00.000Z',
  updatedBy: 'user:default/carla',
};

/** A party that is kept once. @public */
export const storedPartySchema = keptPartySchema
  .safeExtend(head)
  .meta({ id: 'StoredParty', example: storedParty });

/** A page of parties by id. @public */
export const partyPageSchema = pageOf(storedPartySchema).meta({ id: 'PartyPage' });

/** A new party. @public */
export const createPartySchema = keptPartySchema
  .safeExtend({ id })
  .meta({ id: 'CreateParty', example: party });

/** A changed party, and the offers that refer to it. @public */
export const changedPartySchema = storedPartySchema
  .safeExtend(effect)
  .meta({ id: 'ChangedParty', example: { ...storedParty, refreshed: [], stillSaying: [] } });
