import { z } from 'zod';
import { keptPartySchema, keptPriceListSchema } from '../references/kept';
import { slugSchema } from '../refs';
import { operation } from './operation';
import {
  changedPartySchema,
  changedPriceListSchema,
  createPartySchema,
  createPriceListSchema,
  keptQuerySchema,
  partyPageSchema,
  priceListPageSchema,
  storedPartySchema,
  storedPriceListSchema,
} from './references';

const bySlug = z.strictObject({ id: slugSchema });

const common = { tag: 'references', caller: 'user' } as const;
const reading = ['invalid-input', 'not-signed-in', 'not-allowed'] as const;
const creating = [...reading, 'name-taken'] as const;
const changing = [...reading, 'not-found', 'conflict', 'wrong-state'] as const;

/** The operations on price lists that are kept once. */
const priceLists = {
  listPriceLists: operation({
    ...common,
    method: 'get',
    path: '/price-lists',
    summary: 'The price lists that offers refer to, by id',
    query: keptQuerySchema,
    status: 200,
    response: priceListPageSchema,
    problems: reading,
  }),
  createPriceList: operation({
    ...common,
    method: 'post',
    path: '/price-lists',
    summary: 'Keep a price list',
    body: createPriceListSchema,
    idempotent: true,
    status: 201,
    response: storedPriceListSchema,
    problems: creating,
  }),
  getPriceList: operation({
    ...common,
    method: 'get',
    path: '/price-lists/:id',
    summary: 'A price list that is kept',
    params: bySlug,
    status: 200,
    response: storedPriceListSchema,
    problems: [...reading, 'not-found'],
  }),
  changePriceList: operation({
    ...common,
    method: 'put',
    path: '/price-lists/:id',
    summary: 'Change a price list; drafts follow, published versions keep what they said',
    params: bySlug,
    body: keptPriceListSchema,
    ifMatch: true,
    status: 200,
    response: changedPriceListSchema,
    problems: changing,
  }),
  retirePriceList: operation({
    ...common,
    method: 'post',
    path: '/price-lists/:id/retire',
    summary: 'Retire a price list: no release may refer to it any more',
    params: bySlug,
    ifMatch: true,
    status: 200,
    response: changedPriceListSchema,
    problems: changing,
  }),
};

/** The operations on parties that are kept once. */
const parties = {
  listParties: operation({
    ...common,
    method: 'get',
    path: '/parties',
    summary: 'The parties that offers refer to, by id',
    query: keptQuerySchema,
    status: 200,
    response: partyPageSchema,
    problems: reading,
  }),
  createParty: operation({
    ...common,
    method: 'post',
    path: '/parties',
    summary: 'Keep a party',
    body: createPartySchema,
    idempotent: true,
    status: 201,
    response: storedPartySchema,
    problems: creating,
  }),
  getParty: operation({
    ...common,
    method: 'get',
    path: '/parties/:id',
    summary: 'A party that is kept',
    params: bySlug,
    status: 200,
    response: storedPartySchema,
    problems: [...reading, 'not-found'],
  }),
  changeParty: operation({
    ...common,
    method: 'put',
    path: '/parties/:id',
    summary: 'Change a party; drafts follow, published versions keep what they said',
    params: bySlug,
    body: keptPartySchema,
    ifMatch: true,
    status: 200,
    response: changedPartySchema,
    problems: changing,
  }),
  retireParty: operation({
    ...common,
    method: 'post',
    path: '/parties/:id/retire',
    summary: 'Retire a party: no release may refer to it any more',
    params: bySlug,
    ifMatch: true,
    status: 200,
    response: changedPartySchema,
    problems: changing,
  }),
};

/** The operations on what is kept once and referred to. */
export const referenceOperations = { ...priceLists, ...parties };
