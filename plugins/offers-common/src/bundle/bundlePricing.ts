import Big from 'big.js';
import { Bundle, BundleStep } from '../content/bundle';
import { Content } from '../content/content';
import { Charge, CostLine, PriceList, Pricing } from '../content/pricing';
import { bundleReach } from './bundleReach';

/** What is sold, as far as its price goes. @public */
export type Priced = Pick<Content, 'bundle' | 'pricing'>;

/** Whether the members make the price; a bundle of a fixed price has price lists of its own. @public */
export function isPricedByMembers({ bundle }: Pick<Content, 'bundle'>): boolean {
  return bundle !== undefined && bundle.price.rule !== 'fixed';
}

/** The price lists that an offer is sold by: none where its members make the price, whatever was left in it from before. @public */
export function ownPriceLists(content: Priced): PriceList[] {
  return isPricedByMembers(content) ? [] : content.pricing.priceLists;
}

/** What the bundle would order of a member, where that is known. @public */
export type MemberOf = (offerId: string) => Priced | undefined;

/**
 * The pricing that an offer is judged by: its own, and of a bundle what it costs and earns with its members, and with
 * theirs. With a fixed price a bundle has its own lists; else those of the members that every order has, as often as
 * they are in it, less the discount. Costs are always the members' and the bundle's own. Prices for everybody
 * are taken, where a member has them; costs in the currencies that the bundle is sold in. What reaches further than a quote does has no price (`bundleReach`).
 *
 * @param memberOf - what the bundle would order of an offer; undefined where it is not known
 * @public
 */
export function judgedPricing(content: Priced, memberOf: MemberOf): Pricing {
  return pricingWithin(content, beginning(memberOf));
}

/** The same of a bundle with the steps given, whichever every order has. */
export function pricingOfSteps(
  content: Priced,
  steps: readonly BundleStep[],
  memberOf: MemberOf,
): Pricing {
  const { bundle, pricing } = content;
  return bundle ? pricingOf({ bundle, pricing }, membersOf(steps, beginning(memberOf))) : pricing;
}

/** What each step of a bundle costs and earns; undefined where that is not known. */
export function memberPricings(steps: readonly BundleStep[], memberOf: MemberOf): Member[] {
  return membersOf(steps, beginning(memberOf));
}

/** What is left of a price of the members: all of it, or what a discount leaves. */
export function shareOf({ price }: Bundle): Big {
  return new Big(100).minus(price.rule === 'discount' ? price.percent : '0').times('0.01');
}

/** Whether every order has the step, without anybody choosing it. */
export const isGiven = ({ optional, choice }: BundleStep): boolean =>
  !optional && choice === undefined;

interface Within {
  memberOf: MemberOf;
  levels: number;
  budget: { steps: number };
}

function beginning(memberOf: MemberOf): Within {
  return { memberOf, levels: 0, budget: { steps: bundleReach.steps } };
}

function pricingWithin({ bundle, pricing }: Priced, within: Within): Pricing {
  if (!bundle) return pricing;
  return pricingOf({ bundle, pricing }, membersOf(alwaysOrdered(bundle), within));
}

function membersOf(steps: readonly BundleStep[], within: Within): Member[] {
  return steps.map(step => ({ step, own: memberPricing(step, within) }));
}

function pricingOf(
  { bundle, pricing }: Priced & { bundle: Bundle },
  members: readonly Member[],
): Pricing {
  const priceLists =
    bundle.price.rule === 'fixed' ? pricing.priceLists : sharedLists(members, shareOf(bundle));
  const sold = new Set(priceLists.map(({ currency }) => currency));
  // What a member costs where the bundle is not sold was judged with the member's own price there.
  const theirs = members
    .flatMap(costsOf)
    .filter(({ currency }) => sold.size === 0 || sold.has(currency));
  return { ...pricing, costs: [...pricing.costs, ...theirs], priceLists };
}

/** A step of a bundle with what its member costs and earns. */
export interface Member {
  step: BundleStep;
  own: Pricing | undefined;
}

function memberPricing({ offerId }: BundleStep, within: Within): Pricing | undefined {
  const levels = within.levels + 1;
  within.budget.steps -= 1;
  if (levels > bundleReach.levels || within.budget.steps < 0) return undefined;
  const member = within.memberOf(offerId);
  return member && pricingWithin(member, { ...within, levels });
}

/** Steps without which the bundle is not ordered: of a choice, as many as have to be taken. */
function alwaysOrdered({ steps, choices }: Bundle): BundleStep[] {
  const fixed = steps.filter(isGiven);
  const chosen = choices.flatMap(({ key, atLeast }) =>
    steps.filter(({ choice }) => choice === key).slice(0, atLeast),
  );
  return [...fixed, ...chosen];
}

function costsOf({ step, own }: Member): CostLine[] {
  return (own?.costs ?? []).map(cost => ({
    ...cost,
    amount: times(cost.amount, new Big(step.quantity)),
  }));
}

/** One list for each currency in which every member has a price. */
function sharedLists(members: readonly Member[], share: Big): PriceList[] {
  const lists = members.flatMap(({ own }) => own?.priceLists ?? []);
  return [...new Set(lists.map(({ currency }) => currency))].flatMap(currency => {
    const each = members.map(({ step, own }) => ({
      step,
      list: listIn(own?.priceLists ?? [], currency),
    }));
    if (each.some(({ list }) => list === undefined)) return [];
    const charges = each.flatMap(({ step, list }) =>
      (list?.charges ?? []).map(charge => scaled(charge, share, step.quantity)),
    );
    return charges.length > 0 ? [{ currency, audience: [], charges }] : [];
  });
}

function listIn(lists: readonly PriceList[], currency: string): PriceList | undefined {
  const own = lists.filter(list => list.currency === currency);
  return own.find(({ audience }) => audience.length === 0) ?? own[0];
}

/** What is paid by use is used once, however often the member is in the bundle (decision 0010). */
function scaled(charge: Charge, share: Big, quantity: number): Charge {
  if (charge.kind !== 'usage')
    return { ...charge, amount: times(charge.amount, share.times(quantity)) };
  const amount = times(charge.amount, share);
  if (!charge.tiers) return { ...charge, amount };
  const steps = charge.tiers.steps.map(step => ({ ...step, amount: times(step.amount, share) }));
  return { ...charge, amount, tiers: { ...charge.tiers, steps } };
}

function times(amount: string, factor: Big): string {
  return new Big(amount).times(factor).toFixed();
}
