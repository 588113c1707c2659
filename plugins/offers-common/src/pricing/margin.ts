import Big from 'big.js';
import { z } from 'zod';
import { CostLine, Period, PriceList, Pricing } from '../content/pricing';
import { currencyDigits, sumAmounts } from '../money';

/** How many of a period make a year. */
const PER_YEAR: Readonly<Record<Period, number>> = { month: 12, quarter: 4, year: 1 };

/** Price, cost and margin of one price list over the first year; usage is left out of both. @public */
export const marginSchema = z
  .strictObject({
    currency: z.string(),
    price: z.string(),
    cost: z.string().optional(),
    marginPercent: z.string().optional(),
    floorPercent: z.string().optional(),
    verdict: z.enum(['met', 'under-floor', 'no-cost']),
  })
  .meta({ id: 'Margin' });

/** Price, cost and margin of one price list over the first year. @public */
export type Margin = z.infer<typeof marginSchema>;

/** What a price list costs in the first year; what is paid by use is left out. @public */
export function firstYearPrice({ charges }: PriceList): Big {
  return charges.reduce((total, charge) => {
    if (charge.kind === 'usage') return total;
    const times = charge.kind === 'recurring' ? PER_YEAR[charge.period] : 1;
    return total.plus(new Big(charge.amount).times(times));
  }, new Big(0));
}

function firstYearCost(costs: readonly CostLine[]): Big {
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
 * @public
 */
export function marginsOf(pricing: Pricing): Margin[] {
  return pricing.priceLists.map(list => marginOf(list, pricing));
}

function marginOf(list: PriceList, pricing: Pricing): Margin {
  const { currency } = list;
  const digits = currencyDigits(currency);
  const price = firstYearPrice(list);
  const costs = pricing.costs.filter(cost => cost.currency === currency);
  const floor = pricing.marginFloorPercent;
  const known = {
    currency,
    price: price.toFixed(digits),
    ...(floor ? { floorPercent: floor } : {}),
  };
  if (costs.length === 0) return { ...known, verdict: 'no-cost' };
  const cost = firstYearCost(costs);
  return {
    ...known,
    cost: cost.toFixed(digits),
    ...(price.eq(0) ? {} : { marginPercent: percentDown(price.minus(cost), price) }),
    verdict: isUnder(price, cost, floor, list) ? 'under-floor' : 'met',
  };
}

/**
 * A share in per cent, rounded down to the two digits that a floor can have: so what is shown is under
 * the floor exactly when the margin is.
 */
function percentDown(part: Big, whole: Big): string {
  const scaled = part.times(10_000);
  const rest = scaled.mod(whole);
  const below = rest.lt(0) ? rest.plus(whole) : rest;
  const hundredths = scaled.minus(below).div(whole).round(0, Big.roundHalfUp);
  return hundredths.div(100).toFixed(2).replace(/0$/, '');
}

/** Multiplied out, since a quotient would be rounded. */
function isUnder(price: Big, cost: Big, floor = '0', { charges }: PriceList): boolean {
  // What is paid by use alone has no price of the year to judge by.
  if (price.eq(0)) return cost.gt(0) && charges.every(({ kind }) => kind !== 'usage');
  return price.minus(cost).times(100).lt(price.times(floor));
}
