import Big from 'big.js';
import { z } from 'zod';
import { Charge, PriceList, Pricing } from '../content/pricing';
import { currencyDigits } from '../amounts';
import { amountSchema, currencySchema } from '../money';
import { signedPercentSchema } from '../content/options';
import { slugSchema } from '../refs';

/**
 * How a price is rounded: to a multiple of `to`, in a way that big.js and accountants name alike; what is not by use no finer than its
 * currency can be paid in. Without `to`, to the digits of its
 * currency (ISO 4217), or to as many as it is written with where those are more. @public
 */
export const roundingSchema = z
  .strictObject({
    to: z
      .enum(['0.000001', '0.0001', '0.001', '0.01', '0.05', '0.1', '0.5', '1', '5', '10', '100'])
      .optional(),
    mode: z.enum(['down', 'half-up', 'half-even', 'up']).default('half-even'),
  })
  .meta({ id: 'Rounding', example: { to: '0.05', mode: 'half-even' } });

// Refinements are asked of what the schema has refused already, too: they must not throw.
const positive = amountSchema.refine(amount => Number(amount) > 0, 'Give a figure above 0');

/**
 * How prices change: by a percentage, or by the two figures of an index, such as the consumer prices of last
 * year and this; only charges of some kinds, and price lists of some currencies or by their ids, or all.
 * @public
 */
export const recalculationSchema = z
  .strictObject({
    percent: signedPercentSchema
      .refine(percent => Number(percent) > -100, 'Give a percentage above -100')
      .optional(),
    index: z
      .strictObject({ from: positive, to: positive })
      .optional()
      .meta({ description: 'Prices are multiplied by to and divided by from' }),
    rounding: roundingSchema.prefault({}),
    kinds: z
      .array(z.enum(['one-off', 'recurring', 'usage']))
      .min(1, 'Name a kind, or leave kinds out')
      .max(3)
      .optional(),
    currencies: z
      .array(currencySchema)
      .min(1, 'Name a currency, or leave currencies out')
      .max(20)
      .optional(),
    lists: z
      .array(slugSchema)
      .min(1, 'Name a price list, or leave lists out')
      .max(20)
      .optional()
      .meta({ description: 'Ids of the price lists that are kept once, whose prices change' }),
  })
  .refine(({ percent, index }) => (percent === undefined) !== (index === undefined), {
    error: 'Give either a percentage or an index',
    path: ['percent'],
  })
  .meta({
    id: 'Recalculation',
    example: {
      index: { from: '118.2', to: '121.9' },
      rounding: { to: '0.05', mode: 'half-even' },
      kinds: ['recurring'],
    },
  });

/** How prices change. @public */
export type Recalculation = z.output<typeof recalculationSchema>;

/** The new price lists, and whether anything in them changed; or why they cannot be. @public */
export type Recalculated =
  { ok: true; priceLists: PriceList[]; changed: boolean } | { ok: false; reason: string };

const MODES = { down: 0, 'half-up': 1, 'half-even': 2, up: 3 } as const;

/**
 * The price lists with their prices recalculated, each rounded once from the exact quotient. A price of 0 stays 0;
 * one that would be rounded to 0, or grow beyond what an amount can hold, is refused by its name.
 * @public
 */
export function recalculate(
  { priceLists }: Pick<Pricing, 'priceLists'>,
  how: Recalculation,
): Recalculated {
  const problems: string[] = [];
  const priceIn =
    (currency: string) =>
    (amount: string, { label, kind }: Charge) => {
      const step = stepOf(amount, { kind, currency, to: how.rounding.to });
      const after = recalculatedAmount(amount, how, step);
      if (after.eq(0) && !new Big(amount).eq(0)) {
        problems.push(`${label} would cost nothing: round to less than ${step.toFixed()}`);
      }
      if (!amountSchema.safeParse(after.toFixed()).success) {
        problems.push(`${label} would be too large an amount`);
      }
      return after.toFixed(Math.max(digitsIn(amount), digitsIn(step.toFixed())));
    };
  const after = priceLists.map(list =>
    isMeant(list, how)
      ? {
          ...list,
          charges: list.charges.map(charge =>
            recalculatedCharge(charge, how, priceIn(list.currency)),
          ),
        }
      : list,
  );
  const [reason] = problems;
  if (reason !== undefined) return { ok: false, reason };
  return { ok: true, priceLists: after, changed: isChanged(priceLists, after) };
}

function isMeant({ list, currency }: PriceList, { currencies, lists }: Recalculation): boolean {
  const isListed = lists === undefined || (list !== undefined && lists.includes(list));
  return isListed && currencies?.includes(currency) !== false;
}

function recalculatedCharge(
  charge: Charge,
  { kinds }: Recalculation,
  price: (amount: string, charge: Charge) => string,
): Charge {
  if (kinds?.includes(charge.kind) === false) return charge;
  const amount = price(charge.amount, charge);
  if (charge.kind !== 'usage' || !charge.tiers) return { ...charge, amount };
  const steps = charge.tiers.steps.map(step => ({ ...step, amount: price(step.amount, charge) }));
  return { ...charge, amount, tiers: { ...charge.tiers, steps } };
}

/** A constructor of its own, whose division rounds to whole steps in the mode that is asked for. */
function recalculatedAmount(
  amount: string,
  { percent, index, rounding }: Recalculation,
  step: Big,
): Big {
  // eslint-disable-next-line new-cap -- called as a function, it gives another constructor
  const Whole = Big();
  Whole.DP = 0;
  Whole.RM = MODES[rounding.mode];
  const [times, by] = index ? [index.to, index.from] : [new Big(100).plus(percent ?? 0), 100];
  const steps = new Whole(new Big(amount).times(times).toFixed()).div(
    new Big(by).times(step).toFixed(),
  );
  return new Big(steps.toFixed()).times(step);
}

/** What a price is rounded to a multiple of: never finer than can be paid, unless it is a price per unit used. */
function stepOf(
  amount: string,
  { kind, currency, to }: { kind: Charge['kind']; currency: string; to: string | undefined },
): Big {
  const asked = new Big(to ?? finestStep(amount, currency));
  const payable = new Big(10).pow(-currencyDigits(currency));
  return to !== undefined && kind !== 'usage' && asked.lt(payable) ? payable : asked;
}

/** A price per unit used can be finer than its currency; whatever it is, it is not made coarser unasked. */
function finestStep(amount: string, currency: string): string {
  const digits = Math.max(currencyDigits(currency), digitsIn(amount));
  return new Big(10).pow(-digits).toFixed();
}

function digitsIn(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

function isChanged(before: readonly PriceList[], after: readonly PriceList[]): boolean {
  const amounts = (lists: readonly PriceList[]) =>
    lists.flatMap(({ charges }) =>
      charges.flatMap(charge => [
        charge.amount,
        ...(charge.kind === 'usage' ? (charge.tiers?.steps ?? []).map(step => step.amount) : []),
      ]),
    );
  const now = amounts(after);
  return amounts(before).some((amount, index) => !new Big(amount).eq(now[index] ?? 0));
}
