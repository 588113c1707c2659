import { aContent } from '../testing/content';
import { MemberFacts } from './bundleCriteria';
import { pricingCriteria } from './pricingCriteria';

const [DATABASE, STORAGE] = [1, 2].map(digit => `00000000-0000-4000-8000-00000000000${digit}`) as [
  string,
  string,
];
const steps = [
  { key: 'database', offerId: DATABASE },
  { key: 'storage', offerId: STORAGE },
];
const bundle = aContent({ pricing: {}, bundle: { steps } });

const member = (title: string, content: MemberFacts['content'], live = true) => ({
  title,
  content,
  live,
});
const remediesWith = (storage: MemberFacts, of = bundle) =>
  pricingCriteria(of, {
    graph: new Map(),
    members: new Map([
      [DATABASE, member('Database', aContent())],
      [STORAGE, storage],
    ]),
  }).flatMap(({ id, remedy }) => (remedy === undefined ? [] : [[id, remedy]]));

test('a member of which nothing is offered by then is named, and not taken for one in another currency', () => {
  const remedies = remediesWith(member('Storage', undefined, false));
  expect(remedies.map(([id]) => id)).toEqual(['price', 'cost', 'margin']);
  expect(remedies[0]?.[1]).toMatch(/^Not known before .* by then of Storage: publish that first/);
});

test('members that are offered, and have no currency in common, are said to have none', () => {
  const dollars = aContent({
    pricing: {
      priceLists: [
        { currency: 'USD', charges: [{ kind: 'one-off', label: 'Setup', amount: '10' }] },
      ],
      costs: [{ label: 'Work', currency: 'USD', amount: '1', period: 'once' }],
    },
  });
  expect(remediesWith(member('Storage', dollars))[0]?.[1]).toMatch(/no currency in common/);
});

test('a margin that is under the floor with some steps only names them', () => {
  const dear = aContent({
    pricing: {
      ...aContent().pricing,
      costs: [{ label: 'Cloud', currency: 'EUR', amount: '99', period: 'month' }],
    },
  });
  const choosing = aContent({
    pricing: { marginFloorPercent: '10' },
    bundle: {
      steps: steps.map(step => ({ ...step, choice: 'one' })),
      choices: [{ key: 'one', title: 'One of' }],
    },
  });
  expect(remediesWith(member('Storage', dear), choosing)).toEqual([
    ['margin', expect.stringContaining('under the floor of 10 % in EUR (with Storage): raise')],
  ]);
});
