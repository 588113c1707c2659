import Big from 'big.js';
import { z } from 'zod';
import { Options } from '../content/options';
import { CostLine, PriceList, Pricing } from '../content/pricing';
import { currencyDigits, sumAmounts } from '../amounts';
import { PER_YEAR } from './lines';
import { lowestYearly, yearlyOf } from './lowestPrice';

/** Price, cost and margin of one price list over the first year; usage is left out of both. @public */
export const marginSchema = z
  .strictObject({
    currency: z.string(),
    audience: z
      .array(z.string())
      .optional()
      .meta({ description: 'Whom the price list is for; absent: everybody' }),
    price: z.string(),
    cost: z.string().optional(),
    marginPercent: z.string().optional(),
    lowestPercent: z
      .string()
      .optional()
      .meta({ description: 'With the choices that bring least, where choices take something off' }),
    floorPercent: z.string().optional(),
    verdict: z.enum(['met', 'under-floor', 'no-cost']),
  })
  .meta({ id: 'Margin' });

/** Price, cost and margin of one price list over the first year. @public */
export type Margin = z.infer<typeof marginSchema>;

/** What a price list costs in the first year; what is paid by use is left out. @public */
export function firstYearPrice({ charges }: PriceList): Big {
  return charges.reduce((total, charge) => total.plus(yearlyOf(charge)), new Big(0));
}

/** What cost lines come to in the first year. */
export function firstYearCost(costs: readonly CostLine[]): Big {
  return sumAmounts(
    costs.map(cost =>
      new Big(cost.amount).times(cost.period === 'once' ? 1 : PER_YEAR[cost.period]).toFixed(),
    ),
  );
}

/**
 * The margin of each price list over the first year: one-off charges once, recurring ones for twelve
 * months. It is (price - cost) / price; a list whose currency has no cost line cannot be judged.
 * A free offer with a cost has no margin, and is under any floor; the floor is 0 unless one is set.
 *
 * What is judged are the charges of the list itself, and, where choices can take something off, what is left
 * with the choices that bring least. Usage and its tiers are on neither side: nobody knows what will be used.
 *
 * @param options - what the consumer may choose; absent: the charges of the lists alone
 * @public
 */
export function marginsOf(pricing: Pricing, options?: Options): Margin[] {
  return pricing.priceLists.map(list => marginOf(list, pricing, options));
}

function marginOf(list: PriceList, pricing: Pricing, options: Options | undefined): Margin {
  const { currency, audience } = list;
  const digits = currencyDigits(currency);
  const price = firstYearPrice(list);
  // Without effects of choices nothing can be less than the list itself.
  const least = options?.effects.length ? lowestYearly(list, options) : price;
  const lowest = least.lt(price) ? least : price;
  const costs = pricing.costs.filter(cost => cost.currency === currency);
  const floor = pricing.marginFloorPercent;
  const known = {
    currency,
    ...(audience.length > 0 ? { audience } : {}),
    price: price.toFixed(digits),
    ...(floor ? { floorPercent: floor } : {}),
  };
  if (costs.length === 0) return { ...known, verdict: 'no-cost' };
  const cost = firstYearCost(costs);
  const percentOf = (of: Big) => percentDown(of.minus(cost), of);
  return {
    ...known,
    cost: cost.toFixed(digits),
    ...(price.eq(0) ? {} : { marginPercent: percentOf(price) }),
    ...(lowest.eq(price) || lowest.eq(0) ? {} : { lowestPercent: percentOf(lowest) }),
    verdict: isUnder(lowest, cost, floor, list) ? 'under-floor' : 'met',
  };
}

/** Divides to a whole number, and leaves out the rest: towards zero. */
// eslint-disable-next-line new-cap -- this is how the library makes another one with settings of its own
const Cut = Big();
Cut.DP = 0;
Cut.RM = Big.roundDown;

/**
 * A share in per cent, rounded down to the two digits that a floor can have: so what is shown is under
 * the floor exactly when the margin is.
 */
function percentDown(part: Big, whole: Big): string {
  const scaled = part.times(10_000);
  const cut = new Cut(scaled).div(whole);
  const hundredths = cut.times(whole).gt(scaled) ? cut.minus(1) : cut;
  return hundredths.times('0.01').toFixed(2).replace(/0$/, '');
}

/** Multiplied out, since a quotient would be rounded. */
function isUnder(price: Big, cost: Big, floor = '0', { charges }: PriceList): boolean {
  // What is paid by use alone has no price of the year to judge by.
  if (price.eq(0)) return cost.gt(0) && charges.every(({ kind }) => kind !== 'usage');
  return price.minus(cost).times(100).lt(price.times(floor));
}
