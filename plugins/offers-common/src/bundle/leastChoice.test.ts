import fc from 'fast-check';
import { ContentInput } from '../content/content';
import { takenSteps } from '../pricing/steps';
import { marginsOf } from '../pricing/margin';
import { aContent, seed } from '../testing/content';
import { judgedMargins } from './bundleMargins';
import { pricingOfSteps } from './bundlePricing';
import { leastChoices } from './leastChoice';

const idOf = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const sells = (amount: number, cost: number, currency = 'EUR') =>
  aContent({
    pricing: {
      priceLists: [
        {
          currency,
          charges: [
            { kind: 'recurring', label: 'Use', amount: amount.toString(), period: 'month' },
          ],
        },
      ],
      costs: [{ label: 'Cloud', currency, amount: cost.toString(), period: 'month' }],
    },
  });

const members = new Map([
  [idOf(1), sells(100, 10)],
  [idOf(2), sells(100, 95)],
  [idOf(3), sells(100, 100)],
  [idOf(4), sells(100, 10, 'USD')],
]);
const memberOf = (id: string) => members.get(id);

const step = (digit: number, more: object = {}) => ({
  key: `s${digit}`,
  offerId: idOf(digit),
  ...more,
});
const bundleOf = (bundle: NonNullable<ContentInput['bundle']>, marginFloorPercent = '20') =>
  aContent({ pricing: { marginFloorPercent }, bundle });

const one = { key: 'one', title: 'One of', atLeast: 1, atMost: 1 };

test('the margin of a bundle is judged by the choice that earns least, whichever stands first', () => {
  const choice = { choice: 'one' };
  for (const steps of [
    [step(1, choice), step(2, choice)],
    [step(2, choice), step(1, choice)],
  ]) {
    const [margin] = judgedMargins(bundleOf({ steps, choices: [one] }), memberOf);
    expect([margin?.verdict, margin?.lowestPercent ?? margin?.marginPercent]).toEqual([
      'under-floor',
      '5.0',
    ]);
  }
  expect(
    judgedMargins(bundleOf({ steps: [step(1, choice)], choices: [one] }), memberOf)[0]?.verdict,
  ).toBe('met');
});

test('what is optional counts as soon as it earns less than the floor', () => {
  const [margin] = judgedMargins(
    bundleOf({ steps: [step(1), step(3, { optional: true, quantity: 3 })] }),
    memberOf,
  );
  expect(margin).toMatchObject({
    marginPercent: '90.0',
    lowestPercent: '22.5',
    verdict: 'met',
  });
  const under = bundleOf({ steps: [step(1), step(3, { optional: true, quantity: 9 })] });
  expect(judgedMargins(under, memberOf)[0]?.verdict).toBe('under-floor');
});

test('of a fixed price, the choice that costs most', () => {
  const priced = {
    ...aContent({
      bundle: {
        steps: [step(1, { choice: 'one' }), step(3, { choice: 'one' })],
        choices: [one],
        price: { rule: 'fixed' },
      },
    }),
    pricing: { ...sells(110, 0).pricing, marginFloorPercent: '20' },
  };
  expect(judgedMargins(priced, memberOf)[0]).toMatchObject({
    marginPercent: '90.9',
    lowestPercent: '9.09',
    verdict: 'under-floor',
  });
});

test('a currency that only some choices have is judged by those', () => {
  const bundle = bundleOf({
    steps: [step(2, { choice: 'one' }), step(4, { choice: 'one' })],
    choices: [one],
  });
  expect(
    judgedMargins(bundle, memberOf).map(({ currency, verdict }) => [currency, verdict]),
  ).toEqual([
    ['EUR', 'under-floor'],
    ['USD', 'met'],
  ]);
});

test('no choice that a consumer can make is under the floor when the least is not', () => {
  const amounts = fc.integer({ min: 1, max: 100 });
  const place = fc.constantFrom('given', 'optional', 'a', 'b');
  const choices = fc.record({ atLeast: fc.integer({ min: 0, max: 2 }), atMost: fc.constant(2) });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(place, amounts, amounts), { minLength: 1, maxLength: 6 }),
      fc.tuple(choices, choices),
      fc.constantFrom<NonNullable<ContentInput['bundle']>['price']>(
        { rule: 'sum' },
        { rule: 'discount', percent: '25' },
      ),
      (all, [a, b], price) => {
        const own = new Map(
          all.map(([, amount, cost], index) => [idOf(index), sells(amount, cost)]),
        );
        const content = bundleOf({
          steps: all.map(([where], index) => ({
            ...step(index),
            ...(where === 'optional' ? { optional: true } : {}),
            ...(where === 'a' || where === 'b' ? { choice: where } : {}),
          })),
          choices: [
            { key: 'a', title: 'A', ...a },
            { key: 'b', title: 'B', ...b },
          ],
          price,
        });
        const { bundle } = content;
        if (!bundle) throw new Error('a bundle');
        const of = (id: string) => own.get(id);
        const subsets = all.reduce<string[][]>(
          (sets, _, index) => [...sets, ...sets.map(set => [...set, `s${index}`])],
          [[]],
        );
        const verdicts = subsets.flatMap(chosen => {
          const taken = takenSteps(bundle, chosen);
          if (!taken.ok) return [];
          return marginsOf(pricingOfSteps(content, taken.steps, of)).map(({ verdict }) => verdict);
        });
        const least = leastChoices(content, of).get('EUR');
        if (!least) return;
        const [found] = marginsOf(least.pricing);
        expect(
          takenSteps(
            bundle,
            least.steps.map(({ key }) => key),
          ).ok,
        ).toBe(true);
        expect(found?.verdict === 'under-floor').toBe(verdicts.includes('under-floor'));
      },
    ),
    { seed, numRuns: 200 },
  );
});
