import { aContent } from '../testing/content';
import { isAskedFor, ruleKey, When } from './conditions';
import { offerFacts, OfferFacts, PlanFacts } from './facts';

const offer = (changes: Partial<OfferFacts> = {}): OfferFacts => ({
  offerId: 'one',
  name: 'postgres',
  owner: 'group:default/platform',
  entities: [],
  margins: [],
  priceChanges: [],
  forEveryone: false,
  riskRoute: 'request',
  ...changes,
});

const facts = (changes: Partial<PlanFacts> = {}): PlanFacts => ({
  planId: 'plan',
  scenario: 'change',
  releaseAt: '2026-12-10T09:00:00.000Z',
  requestedBy: 'user:default/carla',
  offers: [offer()],
  structureChanges: 0,
  viewChanges: 0,
  liveSubscriptions: 0,
  ...changes,
});

const underFloor = offer({
  margins: [{ currency: 'EUR', price: '1', cost: '2', verdict: 'under-floor' }],
});
const priced = (before: string, after: string) =>
  facts({ offers: [offer({ priceChanges: [{ currency: 'EUR', charge: 'Fee', before, after }] })] });
const over = (percent: number, direction: 'up' | 'down' | 'either' = 'either'): When => ({
  priceChangeOver: { percent, direction },
});

test.each<[string, When, PlanFacts, boolean]>([
  ['the scenario is one of them', { scenario: ['change', 'bundle'] }, facts(), true],
  ['the scenario is none of them', { scenario: ['terminate'] }, facts(), false],
  [
    'a margin is under the floor',
    { marginUnderFloor: true },
    facts({ offers: [offer(), underFloor] }),
    true,
  ],
  ['no margin is', { marginUnderFloor: true }, facts(), false],
  ['asked for those at or over it', { marginUnderFloor: false }, facts(), true],
  ['a price rises over a share', over(10), priced('100', '110.01'), true],
  ['a price rises by exactly the share', over(10), priced('100', '110'), false],
  ['a price falls over it', over(10), priced('100', '89.99'), true],
  ['a price falls where rises are asked for', over(10, 'up'), priced('100', '50'), false],
  ['a price rises where falls are asked for', over(10, 'down'), priced('100', '150'), false],
  ['what was free costs something', over(500), priced('0', '0.01'), true],
  ['decimals that floats would miss', over(10), priced('0.3', '0.33'), false],
  ['no price changes', over(0), facts(), false],
  [
    'everyone may see one',
    { audienceEveryone: true },
    facts({ offers: [offer({ forEveryone: true })] }),
    true,
  ],
  ['not everyone', { audienceEveryone: true }, facts(), false],
  [
    'one goes by change',
    { riskRoute: 'change' },
    facts({ offers: [offer({ riskRoute: 'change' })] }),
    true,
  ],
  ['none goes by change', { riskRoute: 'change' }, facts(), false],
  [
    'a termination with subscriptions',
    { terminationWithSubscriptions: true },
    facts({ scenario: 'terminate', liveSubscriptions: 1 }),
    true,
  ],
  [
    'a termination without',
    { terminationWithSubscriptions: true },
    facts({ scenario: 'terminate' }),
    false,
  ],
  [
    'subscriptions without a termination',
    { terminationWithSubscriptions: true },
    facts({ liveSubscriptions: 7 }),
    false,
  ],
  ['categories change', { structureChanges: true }, facts({ structureChanges: 2 }), true],
  ['views change', { viewChanges: true }, facts({ viewChanges: 1 }), true],
  ['no view does', { viewChanges: true }, facts(), false],
])('%s', (_, when, plan, expected) => {
  expect(isAskedFor([when], plan)).toBe(expected);
});

test('without rules a step is always asked for; of entries one is enough, within one all hold', () => {
  expect(isAskedFor(undefined, facts())).toBe(true);
  const change: When = { scenario: ['change'] };
  const everyone: When = { audienceEveryone: true };
  expect(isAskedFor([everyone, change], facts())).toBe(true);
  expect(isAskedFor([{ ...everyone, ...change }], facts())).toBe(false);
});

test('a rule of a module holds when it said so, with those parameters', () => {
  const rule = { id: 'frozen', params: { quarter: 4 } };
  const said = new Map([[ruleKey(rule), true]]);
  expect(isAskedFor([{ rule }], facts(), said)).toBe(true);
  expect(isAskedFor([{ rule: { ...rule, params: { quarter: 3 } } }], facts(), said)).toBe(false);
  expect(isAskedFor([{ rule }], facts())).toBe(false);
});

test('the facts of an offer come from its content, and prices from what serves until then', () => {
  const withPrices = (fee: string, setUp: string, tier: string) =>
    aContent({
      access: { see: { allow: ['everyone'] } },
      pricing: {
        priceLists: [
          {
            currency: 'EUR',
            charges: [
              { kind: 'recurring', label: 'Fee', amount: fee, period: 'month' },
              { kind: 'one-off', label: 'Set-up', amount: setUp },
              {
                kind: 'usage',
                label: 'Storage',
                amount: '1',
                unit: 'GB',
                tiers: {
                  mode: 'graduated',
                  steps: [{ upTo: '10', amount: '1' }, { amount: tier }],
                },
              },
            ],
          },
        ],
      },
    });
  const [before, content] = [withPrices('10', '100', '2'), withPrices('11', '88', '3')];
  const memberOf = () => undefined;
  const offerIs = { offerId: 'one', name: 'x', owner: undefined, content, memberOf };
  const found = offerFacts({ ...offerIs, before });
  expect(found).toMatchObject({ forEveryone: true, riskRoute: 'request' });
  // The year costs the same: what changed shows in the single charges.
  expect(found.priceChanges).toEqual([
    { currency: 'EUR', charge: 'Fee', before: '10', after: '11' },
    { currency: 'EUR', charge: 'Set-up', before: '100', after: '88' },
    { currency: 'EUR', charge: 'Storage, up to any quantity', before: '2', after: '3' },
  ]);
  expect(offerFacts({ ...offerIs, before: undefined }).priceChanges).toEqual([]);
});

describe('[rule 3] the facts of a bundle are those of its members', () => {
  const member = aContent();
  const kit = (percent: string) =>
    aContent({
      bundle: {
        steps: [{ key: 'a', offerId: '00000000-0000-4000-8000-000000000001' }],
        price: { rule: 'discount', percent },
      },
      // what was left in it from before counts for nothing
      pricing: { priceLists: member.pricing.priceLists },
    });
  const factsOf = (before: string, after: string) =>
    offerFacts({
      offerId: 'kit',
      name: 'kit',
      owner: undefined,
      content: kit(after),
      before: kit(before),
      memberOf: () => member,
    });

  test('a discount changes its price, and can bring its margin under the floor', () => {
    expect(factsOf('0', '90').priceChanges).toContainEqual({
      currency: 'EUR',
      charge: 'the first year',
      before: '1200',
      after: '120',
    });
    expect(factsOf('0', '10').margins[0]?.verdict).toBe('met');
    expect(factsOf('0', '90').margins[0]?.verdict).toBe('under-floor');
  });

  test('the margin is judged with the choices that bring least, as the gate does', () => {
    const content = aContent({
      options: {
        schema: { type: 'object', properties: { nonProfit: { type: 'boolean' } } },
        effects: [{ option: 'nonProfit', effect: { kind: 'percent', percent: '-50' } }],
      },
    });
    const { margins } = offerFacts({
      offerId: 'one',
      name: 'one',
      owner: undefined,
      content,
      before: undefined,
      memberOf: () => undefined,
    });
    expect(margins[0]?.verdict).toBe('under-floor');
  });
});
