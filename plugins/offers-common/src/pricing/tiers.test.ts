import Big from 'big.js';
import fc from 'fast-check';
import { Charge, chargeSchema, Tiers } from '../content/pricing';
import { seed } from '../testing/content';
import { tierParts } from './tiers';

type Usage = Extract<Charge, { kind: 'usage' }>;

function usageCharge(tiers?: Tiers): Usage {
  const charge = chargeSchema.parse({
    kind: 'usage',
    label: 'Storage',
    amount: '0.50',
    unit: 'GB',
    ...(tiers ? { tiers } : {}),
  });
  if (charge.kind !== 'usage') throw new Error('a usage charge');
  return charge;
}

const cost = (charge: Usage, quantity: Big) =>
  tierParts(charge, quantity).reduce(
    (total, part) => total.plus(part.unitAmount.times(part.quantity)),
    new Big(0),
  );

const STEPS: Tiers['steps'] = [
  { upTo: '100', amount: '0.50' },
  { upTo: '500', amount: '0.40' },
  { amount: '0.25' },
];

test.each([
  ['graduated', '0', [['up to 100 GB', '0', '0.5']]],
  ['graduated', '100', [['up to 100 GB', '100', '0.5']]],
  [
    'graduated',
    '600.5',
    [
      ['up to 100 GB', '100', '0.5'],
      ['over 100 up to 500 GB', '400', '0.4'],
      ['over 500 GB', '100.5', '0.25'],
    ],
  ],
  ['volume', '100', [['up to 100 GB', '100', '0.5']]],
  ['volume', '100.000001', [['over 100 up to 500 GB', '100.000001', '0.4']]],
  ['volume', '9000', [['over 500 GB', '9000', '0.25']]],
] as const)('%s, %s GB', (mode, quantity, expected) => {
  expect(
    tierParts(usageCharge({ mode, steps: STEPS }), new Big(quantity)).map(part => [
      part.step,
      part.quantity.toFixed(),
      part.unitAmount.toFixed(),
    ]),
  ).toEqual(expected);
});

test('without tiers each unit costs the same', () => {
  expect(cost(usageCharge(), new Big('12.5')).toFixed()).toBe('6.25');
});

const hundredths = (max: number) => fc.integer({ min: 0, max }).map(n => new Big(n).times('0.01'));

/** Steps of which some are equal to none before: ends rise, prices are any. */
const steps = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { maxLength: 6 }),
    fc.array(hundredths(10_000), { minLength: 7, maxLength: 7 }),
  )
  .map(([ends, amounts]): Tiers['steps'] =>
    [...ends.sort((a, b) => a - b), undefined].map((end, index) => ({
      ...(end === undefined ? {} : { upTo: String(end) }),
      amount: (amounts[index] ?? new Big(1)).toFixed(),
    })),
  );

test('graduated prices rise with the quantity, never by more than the dearest step a unit', () => {
  fc.assert(
    fc.property(steps, hundredths(600_000), hundredths(10_000), (own, quantity, more) => {
      const charge = usageCharge({ mode: 'graduated', steps: own });
      const rise = cost(charge, quantity.plus(more)).minus(cost(charge, quantity));
      const dearest = own.reduce(
        (most, { amount }) => (most.gt(amount) ? most : new Big(amount)),
        new Big(0),
      );
      expect(rise.gte(0)).toBe(true);
      expect(rise.lte(dearest.times(more))).toBe(true);
    }),
    { seed, numRuns: 500 },
  );
});

test('the parts of a graduated price are the whole quantity, and those of a volume price too', () => {
  fc.assert(
    fc.property(
      steps,
      hundredths(600_000),
      fc.constantFrom('graduated' as const, 'volume' as const),
      (own, quantity, mode) => {
        const parts = tierParts(usageCharge({ mode, steps: own }), quantity);
        const sum = parts.reduce((total, part) => total.plus(part.quantity), new Big(0));
        expect(sum.eq(quantity)).toBe(true);
      },
    ),
    { seed, numRuns: 500 },
  );
});
