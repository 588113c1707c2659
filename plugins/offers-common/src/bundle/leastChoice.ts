import Big from 'big.js';
import { Bundle, BundleStep } from '../content/bundle';
import { Pricing } from '../content/pricing';
import { firstYearCost, firstYearPrice } from '../pricing/margin';
import {
  isGiven,
  isPricedByMembers,
  memberPricings,
  MemberOf,
  Priced,
  pricingOfSteps,
  shareOf,
} from './bundlePricing';

/** The steps that a consumer may take with which a bundle earns least, and its pricing with them. @public */
export interface LeastChoice {
  steps: readonly BundleStep[];
  pricing: Pricing;
}

interface Weighed {
  step: BundleStep;
  /** what it leaves over the floor, times a hundred; undefined where it has no price */
  left: Big | undefined;
}

/**
 * Of a bundle of which something can be chosen, the choice that leaves least over the floor, in each currency in which it
 * can be ordered: the floor has to hold whatever is taken. What steps leave adds up, so the least of each choice is
 * the least of all. What the bundle's own options add and take off is not weighed here.
 * @public
 */
export function leastChoices(content: Priced, memberOf: MemberOf): Map<string, LeastChoice> {
  const { bundle, pricing } = content;
  if (!bundle || bundle.steps.every(isGiven)) return new Map();
  const members = memberPricings(bundle.steps, memberOf);
  const lists = isPricedByMembers(content)
    ? members.flatMap(({ own }) => own?.priceLists ?? [])
    : pricing.priceLists;
  const floor = new Big(pricing.marginFloorPercent ?? '0');
  return new Map(
    [...new Set(lists.map(({ currency }) => currency))].flatMap(currency => {
      const weighed = members.map(({ step, own }) => ({
        step,
        left: own && leftOf(step, own, { bundle, currency, floor }),
      }));
      const steps = leastOf(bundle, weighed);
      if (!steps) return [];
      const { priceLists, ...rest } = pricingOfSteps(content, steps, memberOf);
      const own = priceLists.filter(list => list.currency === currency);
      return own.length > 0 ? [[currency, { steps, pricing: { ...rest, priceLists: own } }]] : [];
    }),
  );
}

function leftOf(
  step: BundleStep,
  own: Pricing,
  { bundle, currency, floor }: { bundle: Bundle; currency: string; floor: Big },
): Big | undefined {
  const cost = firstYearCost(own.costs.filter(line => line.currency === currency))
    .times(step.quantity)
    .times(100);
  if (bundle.price.rule === 'fixed') return cost.times(-1);
  const list = own.priceLists.find(each => each.currency === currency);
  if (!list) return undefined;
  const price = firstYearPrice(list).times(step.quantity).times(shareOf(bundle));
  return price.times(new Big(100).minus(floor)).minus(cost);
}

/** What is always taken, of each choice the least that have to be and those that leave less than nothing, and of what is optional the latter. */
function leastOf(
  { choices }: Bundle,
  weighed: readonly Weighed[],
): readonly BundleStep[] | undefined {
  const given = weighed.filter(({ step }) => isGiven(step));
  if (given.some(({ left }) => left === undefined)) return undefined;
  const free = weighed
    .filter(({ step, left }) => !isGiven(step) && left !== undefined)
    .sort(byLeft);
  const groups = [
    ...choices.map(({ key, atLeast, atMost }) => ({
      of: free.filter(({ step }) => step.choice === key),
      atLeast,
      atMost,
    })),
    { of: free.filter(({ step }) => step.choice === undefined), atLeast: 0, atMost: free.length },
  ];
  if (groups.some(({ of, atLeast }) => of.length < atLeast)) return undefined;
  const chosen = groups.flatMap(({ of, atLeast, atMost }) =>
    of.filter(({ left }, index) => index < atLeast || (index < atMost && left?.lt(0))),
  );
  const taken = new Set([...given, ...chosen].map(({ step }) => step));
  // Nobody orders nothing: something has to be taken.
  const first = free[0];
  if (taken.size === 0 && first) taken.add(first.step);
  return weighed.flatMap(({ step }) => (taken.has(step) ? [step] : []));
}

function byLeft(a: Weighed, b: Weighed): number {
  return (a.left ?? new Big(0)).cmp(b.left ?? new Big(0));
}
