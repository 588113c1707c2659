import { judgedPricing } from '../bundle/bundlePricing';
import { bundleReach } from '../bundle/bundleReach';
import { ContentInput } from '../content/content';
import { aContent } from '../testing/content';
import { lowestYearly } from './lowestPrice';
import { QuoteInput, quoteOf } from './quote';
import { QuotedMember } from './resolve';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [DATABASE, STORAGE, SUPPORT, INNER] = [id(1), id(2), id(3), id(4)];

const member = (
  title: string,
  amount: string,
  changes: Partial<ContentInput> = {},
): QuotedMember => ({
  title,
  number: 2,
  content: aContent({
    information: { title },
    pricing: {
      priceLists: ['EUR', 'USD'].map(currency => ({
        currency,
        charges: [
          { kind: 'one-off', label: 'Set-up', amount: '3' },
          { kind: 'recurring', label: 'Use', amount, period: 'month' },
        ],
      })),
    },
    ...changes,
  }),
});

const sized = {
  schema: { type: 'object', properties: { size: { type: 'string', enum: ['s', 'm'] } } },
  effects: [
    {
      option: 'size',
      equals: 'm',
      effect: {
        kind: 'add' as const,
        currency: 'EUR',
        charge: {
          kind: 'recurring' as const,
          label: 'Medium',
          amount: '7',
          period: 'month' as const,
        },
      },
    },
  ],
};

const members = new Map([
  [DATABASE, member('Database', '10', { options: sized })],
  [STORAGE, member('Storage', '20.05')],
  [
    SUPPORT,
    member('Support', '40', {
      pricing: {
        priceLists: [
          {
            currency: 'EUR',
            charges: [{ kind: 'recurring', label: 'Use', amount: '40', period: 'month' }],
          },
        ],
      },
    }),
  ],
]);

const steps: NonNullable<ContentInput['bundle']>['steps'] = [
  { key: 'database', offerId: DATABASE, options: { size: { from: 'scale' } } },
  { key: 'storage', offerId: STORAGE, quantity: 2, after: ['database'] },
  { key: 'support', offerId: SUPPORT, optional: true },
];

const aBundle = (bundle: Partial<NonNullable<ContentInput['bundle']>> = {}) =>
  aContent({
    pricing: {
      priceLists: [
        {
          currency: 'EUR',
          charges: [{ kind: 'recurring', label: 'Bundle', amount: '99', period: 'month' }],
        },
      ],
    },
    options: { schema: { type: 'object', properties: { scale: { enum: ['s', 'm'] } } } },
    bundle: { steps, ...bundle },
  });

const ask = (changes: Partial<QuoteInput> = {}) =>
  quoteOf({
    content: aBundle(),
    viewerPrincipals: ['user:default/ada'],
    at: '2027-01-01T00:00:00.000Z',
    members,
    ...changes,
  });

function quoted(changes: Partial<QuoteInput> = {}) {
  const result = ask(changes);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.quote;
}

const refusal = (changes: Partial<QuoteInput>) => {
  const result = ask(changes);
  return result.ok ? undefined : result.refusal;
};

test('a percentage of a choice is of the members less the discount, as the margin is judged', () => {
  const content = aContent({
    bundle: {
      steps: [{ key: 'storage', offerId: STORAGE }],
      price: { rule: 'discount', percent: '10' },
    },
    options: {
      schema: { type: 'object', properties: { trial: { type: 'boolean' } } },
      effects: [{ option: 'trial', effect: { kind: 'percent', percent: '-50', of: 'recurring' } }],
    },
  });
  const { lines, totals } = quoted({ content, options: { trial: true } });
  expect(lines.map(({ label, amount }) => `${label} ${amount}`)).toEqual([
    'Set-up 3.00',
    'Use 20.05',
    'Discount of the bundle: -10 % -0.30',
    'Discount of the bundle: -10 % -2.00',
    'trial: -50 % -9.02',
  ]);
  const { priceLists } = judgedPricing(content, offer => members.get(offer)?.content);
  const [least] = priceLists.map(list => lowestYearly(list, content.options).toFixed());
  // 2.70 once and 9.0225 a month: the lines of a quote are rounded, what the margin is judged by is not.
  expect([totals.firstYear, least]).toEqual(['111.06', '110.97']);
});

test('an estimate of use counts once: of the part that is charged by it, or of the one that is named', () => {
  const byUse = (unit: string): QuotedMember => ({
    title: unit,
    number: 1,
    content: aContent({
      pricing: {
        priceLists: [
          { currency: 'EUR', charges: [{ kind: 'usage', label: 'Use', amount: '2', unit }] },
        ],
      },
    }),
  });
  const both = new Map([
    [DATABASE, byUse('GB')],
    [STORAGE, byUse('GB')],
  ]);
  const usageOf = (usage: Record<string, string>, known = both) => {
    const { totals, lines, notes } = quoted({ usage, members: known });
    return [totals.usage, lines.map(({ quantity }) => quantity), notes];
  };
  const estimate = 'Usage is an estimate for a month.';
  const unknown = 'By use, and not part of the totals: GB.';
  const several = 'Several parts are charged by GB: estimate it for each of them.';
  expect(usageOf({ GB: '10' })).toEqual([undefined, [undefined, undefined], [several, unknown]]);
  expect(usageOf({ 'storage/GB': '10' })).toEqual([
    '20.00',
    [undefined, '10'],
    [unknown, estimate],
  ]);
  expect(usageOf({ 'storage/GB': '10', 'database/GB': '1' })).toEqual([
    '22.00',
    ['1', '10'],
    [estimate],
  ]);
  const apart = new Map([
    [DATABASE, byUse('GB')],
    [STORAGE, byUse('hour')],
  ]);
  expect(usageOf({ GB: '10', hour: '1' }, apart)).toEqual(['22.00', ['10', '1'], [estimate]]);
});

test('sum: the members by their own prices, each as often as its step says', () => {
  const quote = quoted({ quantity: 3 });
  expect(
    quote.lines.map(({ step, label, quantity, amount, source }) => [
      step,
      label,
      quantity,
      amount,
      source,
    ]),
  ).toEqual([
    ['database', 'Set-up', '3', '9.00', 'member'],
    ['database', 'Use', '3', '30.00', 'member'],
    ['storage', 'Set-up', '6', '18.00', 'member'],
    ['storage', 'Use', '6', '120.30', 'member'],
  ]);
  expect(quote.totals).toMatchObject({ oneOff: '27.00', firstYear: '1830.60' });
  expect(quote.members).toEqual([
    { step: 'database', title: 'Database', version: 2, quantity: '3' },
    { step: 'storage', title: 'Storage', version: 2, quantity: '6' },
  ]);
  expect(quote).not.toHaveProperty('priceList');
});

test('names the currencies in which every member that is taken has a price', () => {
  expect(quoted().currencies).toEqual(['EUR', 'USD']);
  expect(quoted({ currency: 'USD' })).toMatchObject({
    currency: 'USD',
    currencies: ['EUR', 'USD'],
  });
  expect(quoted({ steps: ['support'] }).currencies).toEqual(['EUR']);
});

test('discount: a percentage off each kind and period of the sum', () => {
  const { lines, totals } = quoted({
    content: aBundle({ price: { rule: 'discount', percent: '12.5' } }),
  });
  expect(lines.slice(4)).toEqual([
    {
      label: 'Discount of the bundle: -12.5 %',
      kind: 'one-off',
      quantity: '1',
      unitAmount: '-1.125',
      amount: '-1.12',
      source: 'discount',
    },
    {
      label: 'Discount of the bundle: -12.5 %',
      kind: 'recurring',
      period: 'month',
      quantity: '1',
      unitAmount: '-6.2625',
      amount: '-6.26',
      source: 'discount',
    },
  ]);
  expect(totals).toMatchObject({ oneOff: '7.88', recurring: [{ amount: '43.84' }] });
});

test('fixed: the price list of the bundle, whatever the members cost', () => {
  const quote = quoted({ content: aBundle({ price: { rule: 'fixed' } }), options: { scale: 'm' } });
  expect(quote.lines).toHaveLength(1);
  expect(quote.totals.recurring).toEqual([{ period: 'month', amount: '99.00' }]);
  expect(quote.priceList).toEqual({ fit: 'everyone' });
});

test('an option of the bundle becomes one of the member', () => {
  const medium = quoted({ options: { scale: 'm' } });
  expect(medium.lines[2]).toMatchObject({
    step: 'database',
    label: 'Medium',
    option: 'size',
    source: 'member',
  });
  expect(quoted({ options: { scale: 's' } }).lines).toHaveLength(4);
});

test('what a bundle gives a member that it does not take is told at the step', () => {
  const wrong = [{ key: 'database', offerId: DATABASE, options: { size: { value: 'xl' } } }];
  expect(refusal({ content: aBundle({ steps: wrong }) })).toMatchObject({
    code: 'invalid-input',
    fields: [{ field: 'steps.database.options.size' }],
  });
});

test('optional steps are taken when they are chosen, and choices within their bounds', () => {
  expect(quoted({ steps: ['support'] }).choices.steps).toEqual(['database', 'storage', 'support']);
  const content = aBundle({
    steps: steps.map(step => ({ ...step, optional: false, choice: 'kind' })),
    choices: [{ key: 'kind', title: 'Kind', atLeast: 1, atMost: 2 }],
  });
  expect(quoted({ content, steps: ['storage'] }).choices.steps).toEqual(['storage']);
  for (const chosen of [[], ['database', 'storage', 'support']]) {
    expect(refusal({ content, steps: chosen })?.fields[0]).toEqual({
      field: 'steps',
      remedy: 'Choose 1 to 2 for Kind, of database, storage, support',
    });
  }
  expect(refusal({ steps: ['nothing'] })?.fields[0]?.remedy).toMatch(/no step nothing/);
});

test('the currency is one that every member has', () => {
  expect(quoted({ currency: 'USD' }).currency).toBe('USD');
  expect(refusal({ currency: 'USD', steps: ['support'] })).toMatchObject({
    code: 'no-price',
    fields: [{ remedy: 'Choose one of EUR' }],
  });
});

test('[rule 8] a bundle whose member cannot be ordered cannot, and does not say which', () => {
  const without = new Map([...members].filter(([key]) => key !== STORAGE));
  const said = refusal({ members: without });
  expect(said?.code).toBe('not-orderable');
  expect(JSON.stringify(said)).not.toMatch(/storage/i);
  const optional = new Map([...members].filter(([key]) => key !== SUPPORT));
  expect(quoted({ members: optional }).members).toHaveLength(2);
  expect(refusal({ members: optional, steps: ['support'] })).toEqual(said);
});

test('a bundle within a bundle, each by its own rule', () => {
  const inner: QuotedMember = {
    title: 'Inner',
    number: 1,
    content: aBundle({
      steps: [{ key: 'store', offerId: STORAGE, quantity: 2 }],
      price: { rule: 'discount', percent: '50' },
    }),
  };
  const quote = quoted({
    content: aBundle({ steps: [{ key: 'all', offerId: INNER, quantity: 5 }] }),
    members: new Map([...members, [INNER, inner]]),
  });
  expect(quote.members.map(({ step, quantity }) => [step, quantity])).toEqual([
    ['all', '5'],
    ['all/store', '10'],
  ]);
  expect(quote.totals).toMatchObject({ oneOff: '15.00', recurring: [{ amount: '100.25' }] });
});

test('[rule 8] a bundle that holds itself is refused, and one that reaches too far ends', () => {
  const holdsItself: QuotedMember = {
    title: 'Loop',
    number: 1,
    content: aBundle({ steps: [{ key: 'self', offerId: INNER }] }),
  };
  const loop = aBundle({ steps: [{ key: 'self', offerId: INNER }] });
  expect(refusal({ content: loop, members: new Map([[INNER, holdsItself]]) })?.code).toBe(
    'not-orderable',
  );
  const wide = (level: number): QuotedMember => ({
    title: `Level ${level}`,
    number: 1,
    content: aBundle({
      steps: Array.from({ length: 50 }, (_, index) => ({
        key: `s${index}`,
        offerId: id(100 + level),
      })),
    }),
  });
  const tower = new Map(
    Array.from(
      { length: bundleReach.levels },
      (_, level) => [id(99 + level), wide(level)] as const,
    ),
  );
  expect(refusal({ content: wide(0).content, members: tower })?.code).toBe('not-orderable');
});
