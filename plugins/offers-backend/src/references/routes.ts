import { Handlers } from '../api/route';
import { Context } from '../context';
import { changeKept } from './changing';
import { createKept, getKept, keptParties, keptPriceLists, listKept } from './keeping';

type PriceListOperations =
  'listPriceLists' | 'createPriceList' | 'getPriceList' | 'changePriceList' | 'retirePriceList';

type PartyOperations = 'listParties' | 'createParty' | 'getParty' | 'changeParty' | 'retireParty';

/** Routes of the price lists that are kept once. */
export const priceListRoutes = (ctx: Context): Handlers<PriceListOperations> => ({
  listPriceLists: ({ actor, query }) => listKept(ctx, actor, keptPriceLists, query),
  createPriceList: ({ actor, body, key }) => createKept(ctx, actor, keptPriceLists, body, key),
  getPriceList: ({ actor, params }) => getKept(ctx, actor, keptPriceLists, params.id),
  changePriceList: ({ actor, params, revision, body }) =>
    changeKept(ctx, actor, keptPriceLists, { id: params.id, revision, said: body }),
  retirePriceList: ({ actor, params, revision }) =>
    changeKept(ctx, actor, keptPriceLists, { id: params.id, revision }),
});

/** Routes of the parties that are kept once. */
export const partyRoutes = (ctx: Context): Handlers<PartyOperations> => ({
  listParties: ({ actor, query }) => listKept(ctx, actor, keptParties, query),
  createParty: ({ actor, body, key }) => createKept(ctx, actor, keptParties, body, key),
  getParty: ({ actor, params }) => getKept(ctx, actor, keptParties, params.id),
  changeParty: ({ actor, params, revision, body }) =>
    changeKept(ctx, actor, keptParties, { id: params.id, revision, said: body }),
  retireParty: ({ actor, params, revision }) =>
    changeKept(ctx, actor, keptParties, { id: params.id, revision }),
});
