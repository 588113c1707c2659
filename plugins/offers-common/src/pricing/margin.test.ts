import fc from 'fast-check';
import { Json } from '../content/json';
import { optionsSchema } from '../content/options';
import { Pricing, pricingSchema } from '../content/pricing';
import { aContent, seed } from '../testing/content';
import { lowestYearly } from './lowestPrice';
import { marginsOf } from './margin';
import { quoteOf } from './quote';

type PricingInput = Parameters<typeof pricingSchema.parse>[0];

const marginOf = (pricing: PricingInput) => marginsOf(pricingSchema.parse(pricing))[0];

const monthly = (amount: string, cost: string, floor?: string): Partial<Pricing> => ({
  priceLists: [
    {
      currency: 'EUR',
      audience: [],
      charges: [{ kind: 'recurring', label: 'Use', amount, period: 'month' }],
    },
  ],
  costs: [{ label: 'Cloud', currency: 'EUR', amount: cost, period: 'month' }],
  marginFloorPercent: floor,
});

test('the first year: one-off once, recurring by its period, usage on neither side', () => {
  const pricing: PricingInput = {
    priceLists: [
      {
        currency: 'EUR',
        charges: [
          { kind: 'one-off', label: 'Set-up', amount: '10' },
          { kind: 'recurring', label: 'Monthly', amount: '1.50', period: 'month' },
          { kind: 'recurring', label: 'Quarterly', amount: '2', period: 'quarter' },
          { kind: 'recurring', label: 'Yearly', amount: '4', period: 'year' },
          { kind: 'usage', label: 'Storage', amount: '99', unit: 'GB' },
        ],
      },
    ],
    costs: [
      { label: 'Set-up', currency: 'EUR', amount: '5', period: 'once' },
      { label: 'Cloud', currency: 'EUR', amount: '1', period: 'month' },
      { label: 'Other', currency: 'USD', amount: '1000', period: 'month' },
    ],
    marginFloorPercent: '50',
  };
  expect(marginOf(pricing)).toEqual({
    currency: 'EUR',
    price: '40.00',
    cost: '17.00',
    marginPercent: '57.5',
    floorPercent: '50',
    verdict: 'met',
  });
});

test.each([
  ['at the floor', monthly('100', '80', '20'), '20.0', 'met'],
  ['a hair under it', monthly('100', '80.000001', '20'), '19.99', 'under-floor'],
  ['a hair over a floor with digits', monthly('1000', '894.4', '10.55'), '10.56', 'met'],
  ['a loss', monthly('100', '150', '0'), '-50.0', 'under-floor'],
  ['a loss of a hair', monthly('100', '100.000001', '0'), '-0.01', 'under-floor'],
  ['a loss, without a floor', monthly('100', '150'), '-50.0', 'under-floor'],
])('%s', (_, pricing, marginPercent, verdict) => {
  expect(marginOf(pricing)).toEqual(expect.objectContaining({ marginPercent, verdict }));
});

test('a free offer with a cost is under any floor; without one it is not', () => {
  expect(marginOf(monthly('0', '1', '0'))).toEqual(
    expect.objectContaining({ price: '0.00', verdict: 'under-floor' }),
  );
  expect(marginOf(monthly('0', '0', '0'))?.verdict).toBe('met');
  expect(marginOf(monthly('0', '1'))).not.toHaveProperty('marginPercent');
});

test('a price list in a currency without a cost cannot be judged', () => {
  expect(marginOf({ ...monthly('1', '1', '10'), costs: [] })).toEqual({
    currency: 'EUR',
    price: '12.00',
    floorPercent: '10',
    verdict: 'no-cost',
  });
});

test('the verdict is exact, and what is shown is under the floor exactly when the margin is', () => {
  const millionths = fc.bigInt({ min: 1n, max: 10n ** 17n });
  const written = (value: bigint) =>
    `${value / 1_000_000n}.${String(value % 1_000_000n).padStart(6, '0')}`;
  const floors = fc.integer({ min: 0, max: 9_999 });
  /** Costs at the floor and just beside it, where rounding would show. */
  const cases = fc
    .tuple(millionths, floors, fc.bigInt({ min: -2n, max: 2n }))
    .map(([price, floor, beside]) => {
      const cost = (price * BigInt(10_000 - floor)) / 10_000n + beside;
      return { price, floor, cost: cost < 0n ? 0n : cost };
    });
  fc.assert(
    fc.property(cases, ({ price, floor, cost }) => {
      const floorPercent = `${Math.floor(floor / 100)}.${String(floor % 100).padStart(2, '0')}`;
      const margin = marginOf(monthly(written(price), written(cost), floorPercent));
      const isUnder = (price - cost) * 10_000n < BigInt(floor) * price;
      expect(margin?.verdict).toBe(isUnder ? 'under-floor' : 'met');
      expect(Number(margin?.marginPercent) < Number(floorPercent)).toBe(isUnder);
    }),
    { seed, numRuns: 1_000 },
  );
});

const choices = (
  options: Parameters<typeof optionsSchema.parse>[0],
  pricing: PricingInput = monthly('100', '80', '10'),
) => marginsOf(pricingSchema.parse(pricing), optionsSchema.parse(options))[0];

const percent = (option: string, value: string, equals?: Json) => ({
  option,
  ...(equals === undefined ? {} : { equals }),
  effect: { kind: 'percent' as const, percent: value },
});

const addition = (option: string, amount: string, perUnit = false) => ({
  option,
  effect: {
    kind: 'add' as const,
    currency: 'EUR',
    perUnit,
    charge: { kind: 'recurring' as const, label: 'More', amount, period: 'month' as const },
  },
});

test.each([
  ['no choice', {}, undefined, 'met'],
  ['what only adds', { effects: [addition('size', '5'), percent('x', '20')] }, undefined, 'met'],
  ['a discount', { effects: [percent('term', '-10')] }, '11.11', 'met'],
  [
    'the largest of one option',
    { effects: [percent('term', '-10', 'a'), percent('term', '-5', 'b')] },
    '11.11',
    'met',
  ],
  [
    'those of two options together',
    { effects: [percent('term', '-10', 'a'), percent('volume', '-5', 1)] },
    '5.88',
    'under-floor',
  ],
  [
    'a discount with a charge that comes with it',
    { effects: [percent('term', '-10'), addition('term', '4')] },
    '14.89',
    'met',
  ],
  [
    'a discount with a charge that may count nothing',
    { effects: [percent('n', '-10'), addition('n', '4', true)] },
    '11.11',
    'met',
  ],
  [
    'a discount that the offer fixes away',
    { fixed: { term: 'b' }, effects: [percent('term', '-50', 'a')] },
    undefined,
    'met',
  ],
  [
    'a discount that the offer fixes',
    { fixed: { term: 'a' }, effects: [percent('term', '-50', 'a')] },
    '-60.0',
    'under-floor',
  ],
  [
    'more than the whole',
    { effects: [percent('a', '-80'), percent('b', '-80')] },
    undefined,
    'under-floor',
  ],
] as const)('the margin that choices leave: %s', (_, options, lowestPercent, verdict) => {
  const margin = choices(options as Parameters<typeof choices>[0]);
  expect(margin).toMatchObject({ marginPercent: '20.0', verdict });
  expect(margin?.lowestPercent).toBe(lowestPercent);
});

test('a toggle brings least switched on or off', () => {
  const toggles = [{ key: 'care', title: 'Care', owner: 'group:default/a' }];
  expect(choices({ toggles, effects: [percent('care', '-10', false)] })?.lowestPercent).toBe(
    '11.11',
  );
  expect(choices({ toggles, effects: [percent('care', '-10', true)] })?.lowestPercent).toBe(
    '11.11',
  );
});

test('no quote of what can be chosen is under the least that is judged', () => {
  const percents = fc.integer({ min: -60, max: 60 }).map(String);
  const values = ['a', 'b', true, 3] as const;
  const effects = fc.array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom('x', 'y'), percents, fc.option(fc.constantFrom(...values)))
        .map(([option, value, equals]) => percent(option, value, equals ?? undefined)),
      fc
        .tuple(fc.constantFrom('x', 'y'), fc.integer({ min: 0, max: 50 }), fc.boolean())
        .map(([option, amount, perUnit]) => addition(option, String(amount), perUnit)),
    ),
    { maxLength: 5 },
  );
  const chosen = fc.record(
    { x: fc.constantFrom(...values), y: fc.constantFrom(...values) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(effects, chosen, (given, options) => {
      const content = aContent({
        pricing: monthly('100', '1'),
        options: { schema: { type: 'object', properties: { x: {}, y: {} } }, effects: given },
      });
      const [list] = content.pricing.priceLists;
      const result = quoteOf({
        content,
        viewerPrincipals: [],
        at: '2027-01-01T00:00:00.000Z',
        options,
      });
      if (!result.ok || !list) throw new Error('It has a price');
      expect(lowestYearly(list, content.options).lte(result.quote.totals.firstYear)).toBe(true);
    }),
    { seed, numRuns: 300 },
  );
});
