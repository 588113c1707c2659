import Big from 'big.js';
import { Period } from '../content/pricing';
import { currencyDigits } from '../amounts';
import { QuoteLine, QuoteTotals } from './quoteAnswer';

/** A line before it is rounded; without a quantity for usage of which no estimate was given. */
export type ExactLine = Omit<QuoteLine, 'quantity' | 'unitAmount' | 'amount'> & {
  quantity: Big | undefined;
  unitAmount: Big;
};

const PERIODS = ['month', 'quarter', 'year'] as const satisfies readonly Period[];

/** How many of a period make a year. */
export const PER_YEAR: Readonly<Record<Period, number>> = { month: 12, quarter: 4, year: 1 };

/** Quantity times unit amount, exactly; nothing for usage that was not estimated. */
export function exactAmount({ quantity, unitAmount }: ExactLine): Big {
  return quantity ? unitAmount.times(quantity) : new Big(0);
}

/** The line as it is shown: its amount is rounded once, here, half to even. */
export function roundedLine(line: ExactLine, currency: string): QuoteLine {
  const { quantity, unitAmount, ...same } = line;
  const digits = currencyDigits(currency);
  return {
    ...same,
    ...(quantity ? { quantity: quantity.toFixed() } : {}),
    unitAmount: written(unitAmount, Math.max(digits, unitAmount.c.length - unitAmount.e - 1)),
    ...(quantity ? { amount: written(exactAmount(line), digits) } : {}),
  };
}

/** A small discount rounds to a zero with a sign, which nobody wants to read. */
function written(amount: Big, digits: number): string {
  return amount
    .round(digits, Big.roundHalfEven)
    .toFixed(digits)
    .replace(/^-(0(\.0*)?)$/, '$1');
}

/** What the rounded lines come to; so the lines that are shown add up to the totals that are shown. */
export function totalsOf(lines: readonly QuoteLine[], currency: string): QuoteTotals {
  const digits = currencyDigits(currency);
  const sum = (held: (line: QuoteLine) => boolean) =>
    lines.filter(held).reduce((total, { amount }) => total.plus(amount ?? 0), new Big(0));
  const oneOff = sum(({ kind }) => kind === 'one-off');
  const isEstimated = lines.some(({ kind, amount }) => kind === 'usage' && amount !== undefined);
  const usage = sum(({ kind }) => kind === 'usage');
  const recurring = PERIODS.filter(period => lines.some(line => line.period === period)).map(
    period => ({ period, amount: sum(line => line.period === period) }),
  );
  const firstYear = recurring.reduce(
    (total, { period, amount }) => total.plus(amount.times(PER_YEAR[period])),
    oneOff.plus(usage.times(PER_YEAR.month)),
  );
  return {
    oneOff: oneOff.toFixed(digits),
    recurring: recurring.map(({ period, amount }) => ({ period, amount: amount.toFixed(digits) })),
    ...(isEstimated ? { usage: usage.toFixed(digits) } : {}),
    firstYear: firstYear.toFixed(digits),
  };
}

/**
 * A share of some lines, as one line for each kind, period and unit among them: a percentage of
 * charges that come once is no percentage of charges that come each month.
 *
 * @param percent - exact, with a sign
 */
export function shareLines(
  base: readonly ExactLine[],
  percent: Big,
  told: Pick<ExactLine, 'label' | 'source'> & Partial<Pick<ExactLine, 'option' | 'step'>>,
): ExactLine[] {
  const groups = new Map<string, ExactLine[]>();
  for (const line of base) {
    const key = JSON.stringify([line.kind, line.period, line.unit]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const share = (amounts: Big[]) =>
    amounts.reduce((total, amount) => total.plus(amount), new Big(0)).times(percent.times('0.01'));
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (!first) return [];
    const { kind, period, unit } = first;
    const known = group.filter(({ quantity }) => quantity);
    const quantity = known.length > 0 ? new Big(1) : undefined;
    const unitAmount = share(
      quantity ? known.map(exactAmount) : group.map(line => line.unitAmount),
    );
    if (unitAmount.eq(0)) return [];
    const often = { ...(period ? { period } : {}), ...(unit ? { unit } : {}) };
    return [{ ...told, kind, ...often, quantity, unitAmount }];
  });
}
