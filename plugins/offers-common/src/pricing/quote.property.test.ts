import Big from 'big.js';
import fc from 'fast-check';
import { Charge } from '../content/pricing';
import { currencyDigits } from '../amounts';
import { aContent, seed } from '../testing/content';
import { quoteOf } from './quote';

const amounts = fc
  .bigInt({ min: 0n, max: 10n ** 12n })
  .map(millionths => new Big(String(millionths)).times('0.000001').toFixed());

const charges: fc.Arbitrary<Charge> = fc.oneof(
  amounts.map(amount => ({ kind: 'one-off' as const, label: 'Once', amount })),
  fc.record({
    kind: fc.constant('recurring' as const),
    label: fc.constant('Often'),
    amount: amounts,
    period: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
  }),
  fc.record({
    kind: fc.constant('usage' as const),
    label: fc.constant('By use'),
    amount: amounts,
    unit: fc.constantFrom('GB', 'hour'),
  }),
);

const percents = fc
  .integer({ min: -15_000, max: 30_000 })
  .map(hundredths => new Big(hundredths).times('0.01').toFixed());

const cases = fc.record({
  charges: fc.array(charges, { minLength: 1, maxLength: 8 }),
  percents: fc.array(
    fc.tuple(
      percents,
      fc.constantFrom('all' as const, 'one-off' as const, 'recurring' as const, 'usage' as const),
    ),
    { maxLength: 4 },
  ),
  currency: fc.constantFrom('EUR', 'JPY', 'BHD'),
  quantity: fc.integer({ min: 1, max: 1_000 }),
  usage: fc.dictionary(fc.constantFrom('GB', 'hour'), amounts),
});

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function quoteFor(given: Case) {
  const result = quoteOf({
    content: aContent({
      pricing: { priceLists: [{ currency: given.currency, charges: given.charges }] },
      options: {
        toggles: given.percents.map((_, index) => ({
          key: `t${index}`,
          title: `T${index}`,
          default: true,
          owner: 'group:default/operations',
        })),
        effects: given.percents.map(([percent, of], index) => ({
          option: `t${index}`,
          effect: { kind: 'percent', percent, of },
        })),
      },
    }),
    viewerPrincipals: [],
    at: '2027-01-01T00:00:00.000Z',
    quantity: given.quantity,
    usage: given.usage,
  });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.quote;
}

/** Whole units of the currency, so that sums are of integers. */
const units = (amount: string, currency: string) =>
  BigInt(new Big(amount).times(new Big(10).pow(currencyDigits(currency))).toFixed());

test('the lines that are shown add up to the totals that are shown', () => {
  fc.assert(
    fc.property(cases, given => {
      const { lines, totals, currency } = quoteFor(given);
      const sum = (held: (line: (typeof lines)[number]) => boolean) =>
        lines
          .filter(held)
          .reduce((total, { amount }) => total + units(amount ?? '0', currency), 0n);
      expect(units(totals.oneOff, currency)).toBe(sum(({ kind }) => kind === 'one-off'));
      for (const { period, amount } of totals.recurring) {
        expect(units(amount, currency)).toBe(sum(line => line.period === period));
      }
      expect(units(totals.usage ?? '0', currency)).toBe(sum(({ kind }) => kind === 'usage'));
      const yearly = lines.reduce((total, { kind, period, amount }) => {
        const times =
          kind === 'one-off' ? 1n : { month: 12n, quarter: 4n, year: 1n }[period ?? 'month'];
        return total + times * units(amount ?? '0', currency);
      }, 0n);
      expect(units(totals.firstYear, currency)).toBe(yearly);
    }),
    { seed, numRuns: 150 },
  );
});

test('every line is its quantity times its unit amount, exactly until it is rounded', () => {
  fc.assert(
    fc.property(cases, given => {
      const { lines, currency } = quoteFor(given);
      const half = new Big('0.5').times(new Big(10).pow(-currencyDigits(currency)));
      for (const { quantity, unitAmount, amount } of lines) {
        if (quantity === undefined || amount === undefined) continue;
        const exact = new Big(quantity).times(unitAmount);
        expect(exact.minus(amount).abs().lte(half)).toBe(true);
        expect(amount).toMatch(/^-?\d+(\.\d+)?$/);
        expect(amount).not.toMatch(/^-0(\.0*)?$/);
      }
    }),
    { seed, numRuns: 150 },
  );
});

test('percentages are exact: a share of what the price list says, of each kind and period', () => {
  fc.assert(
    fc.property(cases, given => {
      const { lines } = quoteFor(given);
      for (const kind of ['one-off', 'recurring', 'usage'] as const) {
        const asked = given.percents
          .filter(([, of]) => of === 'all' || of === kind)
          .reduce((total, [percent]) => total.plus(percent), new Big(0));
        const percent = asked.lt(-100) ? new Big(-100) : asked;
        const exact = (source: string) =>
          lines
            .filter(line => line.kind === kind && line.source === source && line.quantity)
            .reduce(
              (total, { quantity, unitAmount }) =>
                total.plus(new Big(quantity ?? 0).times(unitAmount)),
              new Big(0),
            );
        expect(exact('toggle').eq(exact('price-list').times(percent).times('0.01'))).toBe(true);
      }
    }),
    { seed, numRuns: 150 },
  );
});
