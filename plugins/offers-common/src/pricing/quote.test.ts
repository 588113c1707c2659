import { ContentInput } from '../content/content';
import { aContent } from '../testing/content';
import { QuoteInput, quoteOf } from './quote';

const ADA = ['user:default/ada', 'group:default/engineers'];
const NOW = '2027-01-01T00:00:00.000Z';

type Changes = Partial<ContentInput>;

const charges = [
  { kind: 'one-off', label: 'Set-up', amount: '50' },
  { kind: 'recurring', label: 'Use', amount: '10.05', period: 'month' },
  { kind: 'usage', label: 'Storage', amount: '0.0333', unit: 'GB' },
] as const;

const sizes: ContentInput['options'] = {
  schema: {
    type: 'object',
    required: ['size'],
    properties: {
      size: { type: 'string', enum: ['small', 'large'], title: 'Size' },
      cores: { type: 'integer', minimum: 0 },
      region: { type: 'string', default: 'eu' },
      note: { type: 'string', pattern: '^[a-z]*$' },
    },
  },
  fixed: { region: 'eu', hidden: 'yes' },
  toggles: [
    { key: 'backup', title: 'Backup', owner: 'group:default/operations' },
    {
      key: 'beta',
      title: 'Beta',
      default: true,
      owner: 'group:default/operations',
      endsAt: NOW,
    },
  ],
  effects: [
    {
      option: 'size',
      equals: 'large',
      effect: {
        kind: 'add',
        currency: 'EUR',
        charge: { kind: 'recurring', label: 'Large', amount: '5', period: 'month' },
      },
    },
    {
      option: 'cores',
      effect: {
        kind: 'add',
        currency: 'EUR',
        perUnit: true,
        charge: { kind: 'recurring', label: 'Cores', amount: '2.50', period: 'month' },
      },
    },
    { option: 'backup', effect: { kind: 'percent', percent: '10', of: 'recurring' } },
  ],
};

const priced = (changes: Changes = {}) =>
  aContent({
    pricing: { priceLists: [{ currency: 'EUR', charges: [...charges] }] },
    options: sizes,
    ...changes,
  });

const ask = (changes: Partial<QuoteInput> = {}) =>
  quoteOf({
    content: priced(),
    viewerPrincipals: ADA,
    at: NOW,
    options: { size: 'small' },
    ...changes,
  });

function quoted(changes: Partial<QuoteInput> = {}) {
  const result = ask(changes);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.quote;
}

function refused(changes: Partial<QuoteInput>) {
  const result = ask(changes);
  if (result.ok) throw new Error('It was quoted');
  return result.refusal;
}

test('an itemised quote: lines, totals of each period, and the first year', () => {
  const quote = quoted({ quantity: 3, usage: { GB: '100' } });
  expect(quote.lines).toEqual([
    {
      label: 'Set-up',
      kind: 'one-off',
      quantity: '3',
      unitAmount: '50.00',
      amount: '150.00',
      source: 'price-list',
    },
    {
      label: 'Use',
      kind: 'recurring',
      period: 'month',
      quantity: '3',
      unitAmount: '10.05',
      amount: '30.15',
      source: 'price-list',
    },
    {
      label: 'Storage',
      kind: 'usage',
      unit: 'GB',
      quantity: '100',
      unitAmount: '0.0333',
      amount: '3.33',
      source: 'price-list',
    },
  ]);
  expect(quote.totals).toEqual({
    oneOff: '150.00',
    recurring: [{ period: 'month', amount: '30.15' }],
    usage: '3.33',
    firstYear: '551.76',
  });
  expect(quote.notes).toEqual(['Usage is an estimate for a month.']);
});

test('usage without an estimate is shown by the unit and is part of no total', () => {
  const { lines, totals, notes } = quoted();
  expect(lines[2]).toEqual({
    label: 'Storage',
    kind: 'usage',
    unit: 'GB',
    unitAmount: '0.0333',
    source: 'price-list',
  });
  expect(totals).not.toHaveProperty('usage');
  expect(notes).toEqual(['By use, and not part of the totals: GB.']);
});

test('choices add charges and raise those of the price list', () => {
  const { lines, totals, choices } = quoted({
    options: { size: 'large', cores: 4 },
    toggles: { backup: true },
    quantity: 2,
  });
  expect(lines.slice(3)).toEqual([
    {
      label: 'Large',
      kind: 'recurring',
      period: 'month',
      quantity: '2',
      unitAmount: '5.00',
      amount: '10.00',
      source: 'option',
      option: 'size',
    },
    {
      label: 'Cores',
      kind: 'recurring',
      period: 'month',
      quantity: '8',
      unitAmount: '2.50',
      amount: '20.00',
      source: 'option',
      option: 'cores',
    },
    // of the price list's 20.10, not of what other choices add
    {
      label: 'Backup: +10 %',
      kind: 'recurring',
      period: 'month',
      quantity: '1',
      unitAmount: '2.01',
      amount: '2.01',
      source: 'toggle',
      option: 'backup',
    },
  ]);
  expect(totals.recurring).toEqual([{ period: 'month', amount: '52.11' }]);
  expect(choices).toEqual({
    options: { size: 'large', cores: 4, region: 'eu', hidden: 'yes' },
    toggles: { backup: true, beta: true },
    steps: [],
  });
});

test('amounts are rounded half to even, to the digits of the currency', () => {
  const inCurrency = (currency: string, amount: string) =>
    quoted({
      content: priced({
        pricing: {
          priceLists: [{ currency, charges: [{ kind: 'one-off', label: 'Fee', amount }] }],
        },
      }),
    }).totals.oneOff;
  expect(inCurrency('EUR', '0.125')).toBe('0.12');
  expect(inCurrency('EUR', '0.135')).toBe('0.14');
  expect(inCurrency('JPY', '2.5')).toBe('2');
  expect(inCurrency('BHD', '0.0015')).toBe('0.002');
});

test.each([
  [
    'an option that is not there',
    { options: { size: 'small', colour: 'red' } },
    'options.colour',
    /no such option/,
  ],
  ['a required option that is missing', { options: {} }, 'options.size', /Choose a value/],
  [
    'a value that does not fit',
    { options: { size: 'huge' } },
    'options.size',
    /must be equal to one/,
  ],
  ['what the offer fixes', { options: { size: 'small', region: 'us' } }, 'options.region', /fixes/],
  [
    'what the offer fixes beside its schema',
    { options: { size: 'small', hidden: 'no' } },
    'options.hidden',
    /fixes/,
  ],
  ['a toggle that is not there', { toggles: { turbo: true } }, 'toggles.turbo', /no such toggle/],
  [
    'a text too long to match',
    { options: { size: 'small', note: 'a'.repeat(300) } },
    'options.note',
    /at most 200/,
  ],
  [
    'a count below nothing',
    { options: { size: 'small', cores: -1 } },
    'options.cores',
    /must be >= 0/,
  ],
  ['steps of what is no bundle', { steps: ['a'] }, 'steps', /no bundle/],
])('refuses %s', (_, asked: Partial<QuoteInput>, field, remedy) => {
  expect(refused(asked)).toMatchObject({
    code: 'invalid-input',
    fields: [{ field, remedy: expect.stringMatching(remedy) }],
  });
});

test('a fixed value may be said again, and a name of the language is only a name', () => {
  expect(quoted({ options: { size: 'small', region: 'eu' } }).choices.options.region).toBe('eu');
  const hostile = JSON.parse('{"size":"small","__proto__":{"size":"large"}}');
  expect(refused({ options: hostile }).fields[0]?.field).toBe('options.__proto__');
  expect(refused({ toggles: { constructor: true } }).fields[0]?.field).toBe('toggles.constructor');
});

test('options of a condition are known', () => {
  const content = priced({
    options: {
      schema: {
        type: 'object',
        properties: { kind: { enum: ['a', 'b'] } },
        if: { properties: { kind: { const: 'b' } }, required: ['kind'] },
        then: { properties: { detail: { type: 'string' } }, required: ['detail'] },
      },
    },
  });
  expect(quoted({ content, options: { kind: 'b', detail: 'x' } }).choices.options.detail).toBe('x');
  expect(refused({ content, options: { kind: 'b' } }).fields[0]?.field).toBe('options.detail');
});

test('a toggle past its end stands at its default, to the millisecond', () => {
  const quote = quoted({ toggles: { beta: false } });
  expect(quote.choices.toggles.beta).toBe(true);
  expect(quote.notes[0]).toMatch(/Beta can no longer be chosen/);
  const before = quoted({ toggles: { beta: false }, at: '2026-12-31T23:59:59.999Z' });
  expect(before.choices.toggles.beta).toBe(false);
});

test('percentages add up, and never take off more than the whole', () => {
  const off = (percent: string, equals: string) => ({
    option: 'size',
    equals,
    effect: { kind: 'percent' as const, percent, of: 'recurring' as const },
  });
  const content = priced({
    options: { ...sizes, effects: [off('50', 'small'), off('-90', 'small'), off('-80', 'small')] },
  });
  const quote = quoted({ content });
  expect(quote.lines.slice(3).map(({ label, amount }) => [label, amount])).toEqual([
    ['Size: +50 %', '5.02'],
    ['Size: -90 %', '-9.04'],
    ['Size: -60 %', '-6.03'],
  ]);
  expect(quote.totals.recurring[0]?.amount).toBe('0.00');
});

test('an option that is priced in another currency alone has no price in this one', () => {
  const dollars = { currency: 'USD', charges: [...charges] };
  const content = priced({
    pricing: { priceLists: [{ currency: 'EUR', charges: [...charges] }, dollars] },
  });
  expect(refused({ content, currency: 'USD', options: { size: 'large' } })).toMatchObject({
    code: 'no-price',
    fields: [{ field: 'options.size' }],
  });
  expect(quoted({ content, currency: 'USD' }).currency).toBe('USD');
});

test('a currency without a price is refused with those that exist for the viewer', () => {
  const hidden = { currency: 'USD', audience: ['group:default/board'], charges: [...charges] };
  const content = priced({
    pricing: { priceLists: [hidden, { currency: 'EUR', charges: [...charges] }] },
  });
  const refusal = refused({ content, currency: 'USD' });
  expect(refusal).toMatchObject({ code: 'no-price', message: expect.stringMatching(/in USD/) });
  expect(refusal.fields).toEqual([{ field: 'currency', remedy: 'Choose one of EUR' }]);
  expect(refused({ content: priced({ pricing: {} }) })).toMatchObject({
    code: 'no-price',
    fields: [],
  });
});
