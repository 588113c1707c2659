import fc from 'fast-check';
import { cycleThrough, stepsFault } from '../bundle/graph';
import { judgedPricing } from '../bundle/bundlePricing';
import { Bundle, bundleSchema } from '../content/bundle';
import { ContentInput } from '../content/content';
import { marginsOf } from '../pricing/margin';
import { aContent, seed } from '../testing/content';
import { bundleCriteria, BundleFacts, MemberFacts } from './bundleCriteria';
import { isBlocking } from './isBlocking';

const [DATABASE, STORAGE, BUNDLE] = [1, 2, 3].map(
  digit => `00000000-0000-4000-8000-00000000000${digit}`,
) as [string, string, string];

const database = aContent({
  options: {
    schema: { type: 'object', properties: { size: { type: 'string' } }, required: ['size'] },
  },
});
const storage = aContent();

const member = (content = storage, changes: Partial<MemberFacts> = {}): MemberFacts => ({
  title: content.information.title,
  content,
  live: true,
  ...changes,
});

const facts = (changes: Partial<BundleFacts> = {}): BundleFacts => ({
  members: new Map([
    [DATABASE, member(database)],
    [STORAGE, member()],
  ]),
  graph: new Map([[BUNDLE, [DATABASE, STORAGE]]]),
  ...changes,
});

type Steps = NonNullable<ContentInput['bundle']>['steps'];
const steps: Steps = [
  { key: 'database', offerId: DATABASE, options: { size: { from: 'size' } } },
  { key: 'storage', offerId: STORAGE, after: ['database'] },
];

function criteriaOf(bundle: Partial<ContentInput['bundle']> = {}, known = facts()) {
  const content = aContent({
    bundle: { steps, ...bundle },
    options: { schema: { type: 'object', properties: { size: { type: 'string' } } } },
  });
  return bundleCriteria(BUNDLE, content, known);
}

const lacking = (...input: Parameters<typeof criteriaOf>) =>
  criteriaOf(...input)
    .filter(({ state }) => state === 'missing')
    .map(({ id }) => id);

test('a sound bundle meets every criterion, and what is no bundle has none', () => {
  expect(lacking()).toEqual([]);
  expect(bundleCriteria(BUNDLE, aContent(), facts())).toEqual([]);
});

test('every missing criterion says what to do and where', () => {
  const found = criteriaOf({ steps: [{ key: 'a', offerId: BUNDLE, after: ['b'] }] }).filter(
    ({ state }) => state === 'missing',
  );
  expect(found.length).toBeGreaterThan(1);
  for (const { remedy, field } of found) {
    expect(remedy).toMatch(/^[A-Z].+\.$/);
    expect(field).toMatch(/^content\./);
  }
});

const one = (changes: object): Steps => [{ key: 'storage', offerId: STORAGE, ...changes }];

test.each<[string, Parameters<typeof criteriaOf>]>([
  ['bundle-members', [{ steps: one({ offerId: BUNDLE }) }]],
  [
    'bundle-live',
    [
      {},
      facts({
        members: new Map([
          [DATABASE, member(database)],
          [STORAGE, member(storage, { live: false })],
        ]),
      }),
    ],
  ],
  [
    'bundle-acyclic',
    [
      {},
      facts({
        graph: new Map([
          [BUNDLE, [DATABASE]],
          [DATABASE, [BUNDLE]],
        ]),
      }),
    ],
  ],
  ['bundle-steps', [{ steps: one({ after: ['nothing'] }) }]],
  ['bundle-steps', [{ steps: one({ after: ['storage'] }) }]],
  ['bundle-steps', [{ steps: [...one({}), ...one({})] }]],
  ['bundle-choices', [{ steps: one({ choice: 'disk' }) }]],
  ['bundle-choices', [{ steps: one({}), choices: [{ key: 'disk', title: 'Disk' }] }]],
  [
    'bundle-choices',
    [{ steps: one({ choice: 'disk' }), choices: [{ key: 'disk', title: 'Disk', atMost: 2 }] }],
  ],
  ['bundle-options', [{ steps: [{ key: 'database', offerId: DATABASE }] }]],
  ['bundle-options', [{ steps: one({ options: { size: { value: 'S' } } }) }]],
  [
    'bundle-options',
    [{ steps: [{ key: 'database', offerId: DATABASE, options: { size: { from: 'none' } } }] }],
  ],
])('[rule 8] %s is missing (%#)', (id, input) => {
  expect(lacking(...input)).toEqual([id]);
});

test('[rule 8] what is asked of a member by a condition can be mapped', () => {
  const asks = { properties: { disks: { type: 'integer' } } };
  const conditional = aContent({
    options: { schema: { ...database.options.schema, if: { required: ['size'] }, then: asks } },
  });
  const known = facts({ members: new Map([[DATABASE, member(conditional)]]) });
  const options = { size: { value: 'S' }, disks: { value: 2 } };
  expect(lacking({ steps: [{ key: 'database', offerId: DATABASE, options }] }, known)).toEqual([]);
});

test.each<[string, object, string[]]>([
  [
    'a choice that has to be made',
    { choices: [{ key: 'disk', title: 'Disk' }] },
    ['bundle-options'],
  ],
  ['a choice of none or more', { choices: [{ key: 'disk', title: 'Disk', atLeast: 0 }] }, []],
])('[rule 8] a bundle within a bundle cannot have %s', (_, changes, expected) => {
  const inner = aContent({
    bundle: { steps: [...one({}), ...one({ key: 'disk', choice: 'disk' })], ...changes },
  });
  const known = facts({ members: new Map([[STORAGE, member(inner)]]) });
  expect(lacking({ steps: one({}) }, known)).toEqual(expected);
});

test('a required option of a member that the member fixes itself needs no mapping', () => {
  const fixed = aContent({ options: { ...database.options, fixed: { size: 'S' } } });
  const known = facts({ members: new Map([[DATABASE, member(fixed)]]) });
  expect(lacking({ steps: [{ key: 'database', offerId: DATABASE }] }, known)).toEqual([]);
});

test('[rule 8] warns of whom a member does not let order, and stops nothing by that', () => {
  const closed = aContent({ access: { order: { allow: ['group:default/board'] } } });
  const known = facts({ members: new Map([[STORAGE, member(closed)]]) });
  const warned = criteriaOf({ steps: one({}) }, known).find(({ id }) => id === 'bundle-audience');
  expect(warned).toMatchObject({ state: 'missing', consequence: 'warning' });
  expect(warned?.remedy).toContain('group:default/engineers (PostgreSQL)');
  expect(warned && isBlocking(warned)).toBe(false);
});

test('a fixed price needs price lists', () => {
  const content = aContent({
    bundle: { steps: one({}), price: { rule: 'fixed' } },
    pricing: { priceLists: [] },
  });
  expect(
    bundleCriteria(BUNDLE, content, facts())
      .filter(({ state }) => state === 'missing')
      .map(({ id }) => id),
  ).toEqual(['bundle-price']);
});

test('[rule 8] finds every circle, however long, and no other', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, ids), { maxLength: 12 }), ids, (edges, start) => {
      const graph = new Map<string, string[]>();
      for (const [from, to] of edges) graph.set(from, [...(graph.get(from) ?? []), to]);
      // What can be reached in one step or more, by the plainest way of finding out.
      const reached = new Set(graph.get(start));
      for (let before = -1; before < reached.size;) {
        before = reached.size;
        for (const id of [...reached]) for (const next of graph.get(id) ?? []) reached.add(next);
      }
      const way = cycleThrough(start, graph);
      expect(way !== undefined).toBe(reached.has(start));
      for (const [index, id] of (way ?? []).slice(1).entries()) {
        expect(graph.get(way?.[index] ?? '')).toContain(id);
      }
    }),
    { seed },
  );
});

test('steps may wait for each other in any order, but not in a circle', () => {
  const step = (key: string, ...after: string[]) => ({ key, after });
  expect(stepsFault([step('a', 'b'), step('b', 'c'), step('c')])).toBeUndefined();
  expect(stepsFault([step('a', 'b'), step('b', 'c'), step('c', 'a')])).toMatch(/a, b, c, a/);
});

describe('the price of a bundle', () => {
  const bundle = (changes: object): Bundle =>
    bundleSchema.parse({
      steps: [...one({ quantity: 2 }), ...one({ key: 'more', optional: true })],
      ...changes,
    });
  const pricing = (changes: object) =>
    judgedPricing({ ...aContent({ pricing: {} }), bundle: bundle(changes) }, () => storage);

  test('is the sum of what every order has, and costs as much as its members cost', () => {
    expect(marginsOf(pricing({}))).toEqual([
      expect.objectContaining({ price: '2400.00', cost: '1800.00', marginPercent: '25.0' }),
    ]);
  });

  test('is less by the discount, which the margin feels', () => {
    expect(marginsOf(pricing({ price: { rule: 'discount', percent: '25' } }))).toEqual([
      expect.objectContaining({ price: '1800.00', cost: '1800.00', marginPercent: '0.0' }),
    ]);
  });

  test('is its own when it is fixed, against the cost of its members', () => {
    const fixed = judgedPricing(
      { pricing: storage.pricing, bundle: bundle({ price: { rule: 'fixed' } }) },
      () => storage,
    );
    expect(marginsOf(fixed)).toEqual([
      expect.objectContaining({ price: '1200.00', cost: '2700.00', verdict: 'under-floor' }),
    ]);
  });

  test('has no list in a currency that a member lacks', () => {
    const dear = bundleSchema.parse({
      steps: [...one({}), ...one({ key: 'b', offerId: DATABASE })],
    });
    const memberOf = (id: string) => (id === STORAGE ? storage : aContent({ pricing: {} }));
    expect(judgedPricing({ ...storage, bundle: dear }, memberOf).priceLists).toEqual([]);
  });

  test('is that of the members of a member that is a bundle, and costs what they cost', () => {
    const inner = aContent({ bundle: { steps: one({ quantity: 3 }) } });
    const outer = bundle({
      steps: one({ offerId: DATABASE, quantity: 2 }),
      price: { rule: 'discount', percent: '50' },
    });
    const of = (id: string) => (id === DATABASE ? inner : storage);
    // 2 × 3 × 100 a month, half of it; twice what the inner bundle costs itself, and six times what its member does.
    expect(marginsOf(judgedPricing({ ...aContent({ pricing: {} }), bundle: outer }, of))).toEqual([
      expect.objectContaining({ price: '3600.00', cost: '7200.00' }),
    ]);
  });

  test('is none, and found in bounded time, of a bundle that holds itself', () => {
    const endless = aContent({ bundle: { steps: [...one({}), ...one({ key: 'again' })] } });
    expect(judgedPricing(endless, () => endless).priceLists).toEqual([]);
  });
});
