import Big from 'big.js';
import { Bundle, BundleStep } from '../content/bundle';
import { Content } from '../content/content';
import { Charge, CostLine, PriceList, Pricing } from '../content/pricing';

/** Whether the members make the price; a bundle of a fixed price has price lists of its own. @public */
export function isPricedByMembers({ bundle }: Pick<Content, 'bundle'>): boolean {
  return bundle !== undefined && bundle.price.rule !== 'fixed';
}

/** The price lists that an offer is sold by: none where its members make the price, whatever was left in it from before. @public */
export function ownPriceLists(content: Pick<Content, 'bundle' | 'pricing'>): PriceList[] {
  return isPricedByMembers(content) ? [] : content.pricing.priceLists;
}

/** The pricing of a member, where there is one. @public */
export type PricingOf = (offerId: string) => Pricing | undefined;

/**
 * What a bundle costs and earns as its completeness is judged: with a fixed price its own lists; else those of
 * the members that every order has, as often as they are in it, less the discount. Costs are always the
 * members' and the bundle's own. Prices for everybody are taken, where a member has them.
 *
 * @param members - the pricing of each member, where it is known
 * @public
 */
export function bundlePricing(own: Pricing, bundle: Bundle, members: PricingOf): Pricing {
  const steps = alwaysOrdered(bundle);
  const costs = [...own.costs, ...steps.flatMap(step => costsOf(step, members))];
  if (bundle.price.rule === 'fixed') return { ...own, costs };
  const discount = bundle.price.rule === 'discount' ? bundle.price.percent : '0';
  const share = new Big(100).minus(discount).div(100);
  return { ...own, costs, priceLists: sharedLists(steps, members, share) };
}

/** Steps without which the bundle is not ordered: of a choice, as many as have to be taken. */
function alwaysOrdered({ steps, choices }: Bundle): BundleStep[] {
  const fixed = steps.filter(({ optional, choice }) => !optional && choice === undefined);
  const chosen = choices.flatMap(({ key, atLeast }) =>
    steps.filter(({ choice }) => choice === key).slice(0, atLeast),
  );
  return [...fixed, ...chosen];
}

function costsOf({ offerId, quantity }: BundleStep, members: PricingOf): CostLine[] {
  return (members(offerId)?.costs ?? []).map(cost => ({
    ...cost,
    amount: new Big(cost.amount).times(quantity).toFixed(),
  }));
}

/** One list for each currency in which every member has a price. */
function sharedLists(steps: readonly BundleStep[], members: PricingOf, share: Big): PriceList[] {
  const lists = steps.map(step => ({ step, own: members(step.offerId)?.priceLists ?? [] }));
  const currencies = new Set(lists.flatMap(({ own }) => own.map(({ currency }) => currency)));
  return [...currencies].flatMap(currency => {
    const each = lists.map(({ step, own }) => ({ step, list: listIn(own, currency) }));
    if (each.some(({ list }) => list === undefined)) return [];
    const charges = each.flatMap(({ step, list }) =>
      (list?.charges ?? []).map(charge => scaled(charge, share.times(step.quantity))),
    );
    return charges.length > 0 ? [{ currency, audience: [], charges }] : [];
  });
}

function listIn(lists: readonly PriceList[], currency: string): PriceList | undefined {
  const own = lists.filter(list => list.currency === currency);
  return own.find(({ audience }) => audience.length === 0) ?? own[0];
}

function scaled(charge: Charge, factor: Big): Charge {
  return { ...charge, amount: new Big(charge.amount).times(factor).toFixed() };
}
