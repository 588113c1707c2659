import Big from 'big.js';
import fc from 'fast-check';
import { PriceList, pricingSchema } from '../content/pricing';
import { seed } from '../testing/content';
import { recalculate, recalculationSchema } from './recalculate';

type Input = Parameters<typeof recalculationSchema.parse>[0];
type Lists = Parameters<typeof pricingSchema.parse>[0];

const run = (how: Input, lists: Lists) =>
  recalculate(pricingSchema.parse(lists), recalculationSchema.parse(how));

const one = (amount: string): Lists => ({
  priceLists: [{ currency: 'EUR', charges: [{ kind: 'usage', label: 'Fee', amount, unit: 'GB' }] }],
});

function amountAfter(how: Input, amount: string): string | undefined {
  const result = run(how, one(amount));
  return result.ok ? result.priceLists[0]?.charges[0]?.amount : result.reason;
}

test.each([
  [{ percent: '10' }, '99.95', '109.94'],
  [{ percent: '10', rounding: { mode: 'half-up' } }, '99.95', '109.95'],
  [{ percent: '10', rounding: { mode: 'up' } }, '99.91', '109.91'],
  [{ percent: '3', rounding: { to: '0.05', mode: 'up' } }, '100.01', '103.05'],
  [{ percent: '3', rounding: { to: '0.05', mode: 'down' } }, '100.01', '103.00'],
  [{ percent: '-33.33', rounding: { to: '1' } }, '10', '7'],
  [{ percent: '2.5', rounding: { to: '5', mode: 'up' } }, '100.00', '105.00'],
  [{ index: { from: '118.2', to: '121.9' } }, '100', '103.13'],
  [{ index: { from: '3', to: '1' }, rounding: { to: '0.000001' } }, '1', '0.333333'],
  // a third of 4.5 is 1.5, half way between two steps: the mode decides, and no rounded quotient before it
  [{ index: { from: '3', to: '1' }, rounding: { to: '1' } }, '4.5', '2.0'],
  [{ percent: '5' }, '0', '0.00'],
] as const)('%j of %s', (how, amount, expected) => {
  expect(amountAfter(how as Input, amount)).toBe(expected);
});

test.each([
  ['JPY', '100', '102'],
  ['KWD', '1.005', '1.030'],
  ['EUR', '99.95', '102.45'],
  // what is finer than its currency stays so
  ['EUR', '0.0012', '0.0012'],
  ['JPY', '0.25', '0.26'],
])('unless told, a price in %s is rounded to what its currency has', (currency, amount, after) => {
  const lists = {
    priceLists: [{ currency, charges: [{ kind: 'one-off', label: 'Fee', amount }] }],
  };
  const result = run({ percent: '2.5' }, lists as Lists);
  expect(result.ok && result.priceLists[0]?.charges[0]?.amount).toBe(after);
});

test('a price that becomes too large, or nothing, is refused by its name', () => {
  expect(amountAfter({ percent: '900' }, '900000000000')).toMatch(/Fee would be too large/);
  expect(amountAfter({ percent: '-50', rounding: { to: '1' } }, '0.40')).toMatch(/less than 1/);
});

test('only the kinds and currencies that are named, and every step of tiers', () => {
  const charges: PriceList['charges'] = [
    { kind: 'one-off', label: 'Set-up', amount: '10' },
    { kind: 'recurring', label: 'Use', amount: '10', period: 'month' },
    {
      kind: 'usage',
      label: 'Storage',
      amount: '10',
      unit: 'GB',
      tiers: { mode: 'volume', steps: [{ upTo: '5', amount: '10' }, { amount: '8' }] },
    },
  ];
  const lists = { priceLists: ['EUR', 'USD'].map(currency => ({ currency, charges })) };
  const result = run({ percent: '10', kinds: ['recurring', 'usage'], currencies: ['USD'] }, lists);
  if (!result.ok) throw new Error(result.reason);
  const [euro, dollar] = result.priceLists;
  expect(euro?.charges).toEqual(charges);
  expect(dollar?.charges[0]).toEqual(charges[0]);
  expect(dollar?.charges[1]).toMatchObject({ amount: '11.00' });
  expect(dollar?.charges[2]).toMatchObject({
    amount: '11.00',
    tiers: { steps: [{ upTo: '5', amount: '11.00' }, { amount: '8.80' }] },
  });
  expect(result.changed).toBe(true);
});

test('of one rounding for several currencies none is finer than can be paid, but by use', () => {
  const lists = {
    priceLists: [
      {
        currency: 'JPY',
        charges: [
          { kind: 'one-off' as const, label: 'Fee', amount: '10001' },
          { kind: 'usage' as const, label: 'Use', amount: '3', unit: 'GB' },
        ],
      },
    ],
  };
  expect(run({ percent: '3.5', rounding: { to: '0.05' } }, lists)).toMatchObject({
    priceLists: [{ charges: [{ amount: '10351' }, { amount: '3.10' }] }],
  });
});

test('what changes no price says so', () => {
  expect(run({ percent: '0' }, one('12.34'))).toMatchObject({ ok: true, changed: false });
  expect(run({ percent: '10', currencies: ['USD'] }, one('12.34'))).toMatchObject({
    changed: false,
  });
});

test.each([
  ['both', { percent: '1', index: { from: '1', to: '2' } }],
  ['neither', {}],
  ['an index that is no number', { index: { from: 'much', to: '2' } }],
  ['a percentage that is none', { percent: '1\n' }],
  ['an index of nothing', { index: { from: '0', to: '2' } }],
  ['a percentage that leaves nothing', { percent: '-100' }],
])('refuses %s', (_, how) => {
  expect(recalculationSchema.safeParse(how).success).toBe(false);
});

test('no price is further from the exact one than the rounding allows', () => {
  const modes = fc.constantFrom(
    'down' as const,
    'half-up' as const,
    'half-even' as const,
    'up' as const,
  );
  const to = fc.constantFrom('0.01' as const, '0.05' as const, '1' as const);
  const cents = (max: number) =>
    fc.integer({ min: 1, max }).map(n => new Big(n).times('0.01').toFixed());
  fc.assert(
    fc.property(
      cents(10 ** 9),
      cents(10 ** 6),
      cents(10 ** 6),
      modes,
      to,
      (amount, a, b, mode, step) => {
        const after = amountAfter(
          { index: { from: a, to: b }, rounding: { to: step, mode } },
          amount,
        );
        fc.pre(after !== undefined && /^\d/.test(after));
        // compared multiplied out, since a quotient would be rounded
        const exact = new Big(amount).times(b);
        const off = new Big(after ?? 0).times(a).minus(exact);
        const room = new Big(step).times(a);
        expect(off.abs().lte(mode.startsWith('half') ? room.times('0.5') : room)).toBe(true);
        expect(mode === 'up' && off.lt(0)).toBe(false);
        expect(mode === 'down' && off.gt(0)).toBe(false);
        expect(new Big(after ?? 0).mod(step).eq(0)).toBe(true);
      },
    ),
    { seed, numRuns: 500 },
  );
});

test('of chosen price lists only, by the ids under which they are kept', () => {
  const charges = [{ kind: 'one-off' as const, label: 'Fee', amount: '100' }];
  const lists = {
    priceLists: [
      { list: 'staff', currency: 'EUR', charges },
      { list: 'others', currency: 'USD', charges },
      { currency: 'CHF', charges },
    ],
  };
  const result = run({ percent: '10', lists: ['staff'] }, lists);
  expect(result).toMatchObject({
    ok: true,
    changed: true,
    priceLists: [
      { charges: [{ amount: '110.00' }] },
      { charges: [{ amount: '100' }] },
      { charges: [{ amount: '100' }] },
    ],
  });
});
