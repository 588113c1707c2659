import fc from 'fast-check';
import { aContent, seed } from '../testing/content';
import { Content, ContentInput, materialParts, partKinds } from './content';
import { contentHash, hashJson, materialHash, planContentHash, PlanSubstance } from './contentHash';

/** The same JSON with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]): [string, unknown] => [key, reordered(inner)])
      .reverse(),
  );
}

/** For each part, contents that differ from the complete offer in that part alone. */
const changes: Record<keyof Content, Partial<ContentInput>[]> = {
  information: [
    { information: { title: 'Other' } },
    { information: { title: 'PostgreSQL', category: 'storage' } },
  ],
  product: [
    { product: { entities: [{ ref: 'component:default/db', role: 'product' }] } },
    { product: { releases: [{ product: 'component:default/db', version: '2.0' }] } },
  ],
  validity: [
    { validity: { from: '2027-01-01T00:00:00Z' } },
    { validity: { until: '2027-01-01T00:00:00Z' } },
  ],
  access: [
    { access: { see: { allow: ['everyone'] }, order: { allow: ['group:default/engineers'] } } },
    { access: { see: { allow: ['group:default/engineers'] } } },
  ],
  pricing: [
    { pricing: {} },
    {
      pricing: {
        ...aContent().pricing,
        costs: [{ label: 'Cloud', currency: 'EUR', amount: '75.01', period: 'month' }],
      },
    },
    { pricing: { ...aContent().pricing, marginFloorPercent: '10' } },
  ],
  terms: [{ terms: { delivery: 'Within a day', leadTimeDays: 2 } }],
  options: [{ options: { fixed: { size: 1 } } }],
  plans: [{ plans: { fulfilment: aContent().plans.fulfilment } }],
  knowledge: [{ knowledge: {} }],
  monitoring: [{ monitoring: { links: [{ title: 'Board', url: 'https://a.example' }] } }],
  bundle: [
    { bundle: { steps: [{ key: 'db', offerId: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d' }] } },
    {
      bundle: {
        steps: [{ key: 'db', offerId: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', quantity: 2 }],
        price: { rule: 'discount', percent: '5' },
      },
    },
  ],
  succession: [{ succession: { replaces: ['9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'] } }],
};

const cases = Object.entries(changes).flatMap(([part, contents]) =>
  contents.map((content, index) => ({ part, index, content })),
);
const ofKind = (kind: 'material' | 'editorial') =>
  cases.filter(({ part }) => Object.entries(partKinds).some(([p, k]) => p === part && k === kind));

const aPlan = (content: Content, more: Partial<PlanSubstance['offers'][number]> = {}) => ({
  scenario: 'new',
  releaseAt: '2026-12-01T08:00:00.000Z',
  round: 1,
  offers: [
    { offerId: 'a', interaction: 'provision', owner: 'group:default/x', content, ...more },
    { offerId: 'b', interaction: 'provision', owner: undefined, content: aContent() },
  ],
});

test('the order of keys makes no difference to a hash', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(hashJson(reordered(value))).toBe(hashJson(value));
    }),
    { seed },
  );
});

test('any other difference makes one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
      expect(hashJson([value])).not.toBe(hashJson(value));
      expect(hashJson({ value, other })).not.toBe(hashJson({ value, other: [other] }));
      expect(hashJson([value, other]) === hashJson([other, value])).toBe(
        hashJson(value) === hashJson(other),
      );
    }),
    { seed },
  );
});

test('the hash is the one of RFC 8785, which others can compute as well', () => {
  // printf '{"a":[1,"ü"],"b":null}' | sha256sum
  expect(hashJson({ b: null, a: [1.0, 'ü'] })).toBe(
    '0315e7da7dad15415af50795b6eea22b22929c6804ff4aad3ebbc45ace4a1aa7',
  );
});

describe('[rule 3] an approval is given on the material parts', () => {
  test('every part is either material or editorial, and the table is that of the design', () => {
    expect(materialParts).toEqual([
      'product',
      'validity',
      'access',
      'pricing',
      'terms',
      'options',
      'plans',
      'bundle',
      'succession',
    ]);
  });

  test.each(ofKind('material'))('a change of $part ($index) changes it', ({ content }) => {
    const changed = aContent(content);
    expect(materialHash(changed)).not.toBe(materialHash(aContent()));
    expect(planContentHash(aPlan(changed))).not.toBe(planContentHash(aPlan(aContent())));
  });

  test.each(ofKind('editorial'))('a change of $part ($index) does not', ({ content }) => {
    const changed = aContent(content);
    expect(materialHash(changed)).toBe(materialHash(aContent()));
    expect(planContentHash(aPlan(changed))).toBe(planContentHash(aPlan(aContent())));
    expect(contentHash(changed)).not.toBe(contentHash(aContent()));
  });

  test('owner, interaction, date, round, and which offers there are, belong to it; their order does not', () => {
    const plan = aPlan(aContent());
    const hash = planContentHash(plan);
    const others: PlanSubstance[] = [
      aPlan(aContent(), { owner: 'group:default/y' }),
      aPlan(aContent(), { owner: undefined }),
      aPlan(aContent(), { interaction: 'change' }),
      { ...plan, releaseAt: '2026-12-01T08:00:00.001Z' },
      { ...plan, round: 2 },
      { ...plan, scenario: 'change' },
      { ...plan, offers: plan.offers.slice(1) },
    ];
    expect(new Set([hash, ...others.map(planContentHash)]).size).toBe(others.length + 1);
    expect(planContentHash({ ...plan, offers: [...plan.offers].reverse() })).toBe(hash);
  });
});
