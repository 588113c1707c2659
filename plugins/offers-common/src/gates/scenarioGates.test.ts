import { Content } from '../content/content';
import { aContent } from '../testing/content';
import { defineExitGate, offerCompleteness } from './defineExit';
import { Criterion, Gate } from './gate';
import { Waiver } from './waivers';

const owner = 'group:default/databases';
const complete = { owner, content: aContent(), categories: ['databases', 'storage'] };

const missing = (criteria: readonly Criterion[]) =>
  criteria.filter(({ state }) => state === 'missing');
const missingIds = ({ criteria }: Gate) => missing(criteria).map(({ id }) => id);

describe('a change', () => {
  const gateOn = (content: Content, serving?: Content) =>
    defineExitGate({
      scenario: 'change',
      releaseAt: '2026-12-01T08:00:00.000Z',
      offers: [{ ...complete, content, offerId: 'a', serving }],
    });

  test('asks for a difference to what serves until then', () => {
    expect(missingIds(gateOn(aContent(), aContent()))).toEqual(['difference']);
    expect(missing(gateOn(aContent(), aContent()).criteria)[0]?.remedy).toMatch(/^[A-Z].+\.$/);
    const other = aContent({ terms: { delivery: 'Within an hour', leadTimeDays: 0 } });
    expect(gateOn(other, aContent()).met).toBe(true);
  });
});

test.each([
  ['2026-12-01T07:59:59.999Z', ['existing-prices']],
  ['2026-12-01T08:00:00.000Z', []],
  [undefined, []],
])(
  '[rule 10] prices for subscriptions that exist begin with the release or later: %s',
  (existingFrom, lacks) => {
    const content = aContent();
    const pricing = { ...content.pricing, ...(existingFrom ? { existingFrom } : {}) };
    const gate = defineExitGate({
      scenario: 'change',
      releaseAt: '2026-12-01T08:00:00.000Z',
      offers: [{ ...complete, content: { ...content, pricing }, offerId: 'a' }],
    });
    expect(missingIds(gate)).toEqual(lacks);
  },
);

describe('the other scenarios', () => {
  const releaseAt = '2026-12-01T08:00:00.000Z';

  test('a bundle has members, and a termination ends something', () => {
    const offers = [{ ...complete, offerId: 'a' }];
    expect(missingIds(defineExitGate({ scenario: 'bundle', releaseAt, offers }))).toEqual([
      'bundle',
    ]);
    expect(missingIds(defineExitGate({ scenario: 'terminate', releaseAt, offers: [] }))).toEqual([
      'terminations',
    ]);
    expect(defineExitGate({ scenario: 'change', releaseAt, offers: [], changes: 1 }).met).toBe(
      true,
    );
  });

  test('a bundle is judged by the price and the cost of its members', () => {
    const id = '00000000-0000-4000-8000-000000000001';
    const bundle = { steps: [{ key: 'database', offerId: id }] };
    const content = aContent({ bundle, pricing: { marginFloorPercent: '30' } });
    const members = new Map([[id, { title: 'PostgreSQL', content: aContent(), live: true }]]);
    const bundles = { members, graph: new Map([['a', [id]]]) };
    const gateOn = (floor: string) =>
      defineExitGate({
        scenario: 'bundle',
        releaseAt,
        offers: [
          {
            ...complete,
            content: { ...content, pricing: { ...content.pricing, marginFloorPercent: floor } },
            offerId: 'a',
            bundles,
          },
        ],
      });
    expect(missingIds(gateOn('25'))).toEqual([]);
    expect(missingIds(gateOn('25.01'))).toEqual(['margin']);
    expect(missing(offerCompleteness({ ...complete, content }))).toEqual([]);
  });

  test('a bundle whose members share no currency is told so, and not to add a price that would not count', () => {
    const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
    const steps = [1, 2].map(digit => ({ key: `step-${digit}`, offerId: id(digit) }));
    const inDollars = aContent({
      pricing: {
        priceLists: [
          { currency: 'USD', charges: [{ kind: 'one-off', label: 'Start', amount: '1' }] },
        ],
      },
    });
    const members = new Map([
      [id(1), { title: 'PostgreSQL', content: aContent(), live: true }],
      [id(2), { title: 'Disk', content: inDollars, live: true }],
    ]);
    const bundles = { members, graph: new Map([['a', [id(1), id(2)]]]) };
    const content = aContent({ bundle: { steps } });
    const offers = [{ ...complete, content, offerId: 'a', bundles }];
    const { criteria } = defineExitGate({ scenario: 'bundle', releaseAt, offers });
    expect(criteria.find(({ id: named }) => named === 'price')).toMatchObject({
      state: 'missing',
      field: 'content.bundle',
      remedy: expect.stringMatching(/no currency in common/),
    });
  });

  test('recommends a decommission plan for what is provided, and does not stop without one', () => {
    const gateOn = (interaction: string) =>
      defineExitGate({
        scenario: 'new',
        releaseAt,
        offers: [{ ...complete, offerId: 'a', interaction }],
      });
    expect(missingIds(gateOn('provision'))).toEqual(['decommission-plan']);
    expect(gateOn('provision').met).toBe(true);
    expect(missingIds(gateOn('support'))).toEqual([]);
  });

  test('a waiver lets one criterion of one offer pass while it counts', () => {
    const waiver: Waiver = {
      id: 'w',
      offerId: 'a',
      criterion: 'summary',
      reason: 'Marketing writes it',
      grantedBy: 'user:default/ravi',
      grantedAt: '2026-11-01T00:00:00.000Z',
      until: '2026-12-01T00:00:00.000Z',
    };
    const content = aContent({ information: { title: 'x', category: 'databases' } });
    const gateAt = (at: string) =>
      defineExitGate({
        scenario: 'new',
        releaseAt,
        at,
        waivers: [waiver],
        offers: [
          { ...complete, content, offerId: 'a' },
          { ...complete, content, offerId: 'b' },
        ],
      }).criteria.flatMap(({ id, offerId, state }) =>
        id === 'summary' ? [`${offerId} ${state}`] : [],
      );
    expect(gateAt('2026-11-30T23:59:59.999Z')).toEqual(['a waived', 'b missing']);
    expect(gateAt('2026-12-01T00:00:00.000Z')).toEqual(['a missing', 'b missing']);
  });
});
