import fc from 'fast-check';
import { currencyDigits, formatAmount, sumAmounts } from './amounts';
import { amountSchema, currencySchema } from './money';
import { seed } from './testing/content';

const MICRO = 1_000_000n;

/** An amount as it is written, with the exact number of millionths that it is. */
const amounts = fc
  .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.bigInt({ min: 0n, max: MICRO - 1n }))
  .map(([whole, rest]) => ({
    text: `${whole}.${String(rest).padStart(6, '0')}`,
    millionths: whole * MICRO + rest,
  }));

test.each(['0', '0.1', '120', '99.95', '999999999999.999999'])('%s is an amount', text => {
  expect(amountSchema.parse(text)).toBe(text);
});

test.each(['-1', '01', '1.', '.5', '1,5', '1e3', '1.0000001', '1000000000000', 'NaN', ' 1', ''])(
  '"%s" is none',
  text => expect(amountSchema.safeParse(text).success).toBe(false),
);

test('a sum is exact, to the last millionth', () => {
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 50 }), all => {
      const exact = all.reduce((total, { millionths }) => total + millionths, 0n);
      const sum = sumAmounts(all.map(({ text }) => text));
      expect(BigInt(sum.times(1_000_000).toFixed())).toBe(exact);
    }),
    { seed },
  );
});

test.each([
  ['0.1', 'EUR', '0.10 EUR'],
  ['1234', 'USD', '1234.00 USD'],
  ['99', 'JPY', '99 JPY'],
  ['1.2', 'KWD', '1.200 KWD'],
  ['0.033', 'EUR', '0.033 EUR'],
  ['0.5', 'JPY', '0.5 JPY'],
])(
  '%s %s is written %s: with the digits of the currency, or its own',
  (amount, currency, written) => {
    expect(formatAmount(amount, currency)).toBe(written);
  },
);

test('currencies are those of ISO 4217', () => {
  expect(['EUR', 'JPY', 'KWD'].map(currencyDigits)).toEqual([2, 0, 3]);
  expect(currencySchema.safeParse('XYZ').error?.issues[0]?.message).toMatch(/ISO 4217/);
  expect(currencySchema.safeParse('eur').error?.issues[0]?.message).toMatch(/capitals/);
});
