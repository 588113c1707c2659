import { ContentInput } from '../content/content';
import { aContent } from '../testing/content';
import { priceChanges } from './priceChanges';

type Pricing = NonNullable<ContentInput['pricing']>;
type Lists = NonNullable<Pricing['priceLists']>;
type Options = NonNullable<ContentInput['options']>;

const fee = (amount: string) => ({
  kind: 'recurring' as const,
  label: 'Fee',
  amount,
  period: 'month' as const,
});
const use = (amount: string, label = 'Traffic') => ({
  kind: 'usage' as const,
  label,
  amount,
  unit: 'GB',
});
const sold = (priceLists: Lists, options: Options = {}) =>
  aContent({ pricing: { priceLists }, options });
const list = (...charges: Lists[number]['charges']) => ({ currency: 'EUR', charges });
const forTeam = (...charges: Lists[number]['charges']) => ({
  ...list(...charges),
  audience: ['group:default/team'],
});

const changes = (...args: Parameters<typeof priceChanges>) =>
  priceChanges(...args).map(({ charge, before, after }) => `${charge}: ${before} → ${after}`);

test('a list in a currency that one side lacks is no change of a price', () => {
  expect(changes(sold([list(fee('1'))]), sold([{ ...list(fee('9')), currency: 'USD' }]))).toEqual(
    [],
  );
});

test('what is paid by use and called otherwise is another price, since no year shows it', () => {
  expect(changes(sold([list(use('1'))]), sold([list(use('9', 'Data'))]))).toEqual([
    'Traffic: 1 → 0',
    'Data: 0 → 9',
  ]);
  const renamed = { ...fee('1'), label: 'Rent' };
  expect(changes(sold([list(fee('1'))]), sold([list(renamed)]))).toEqual([]);
});

test('who gets a list of their own, or loses it, has paid by the list for everybody', () => {
  const everybodys = list(fee('10'));
  const dear = forTeam(fee('50'));
  expect(changes(sold([everybodys]), sold([everybodys, dear]))).toEqual([
    'the first year: 120 → 600',
    'Fee: 10 → 50',
  ]);
  expect(changes(sold([everybodys, dear]), sold([everybodys]))).toEqual([
    'the first year: 600 → 120',
    'Fee: 50 → 10',
  ]);
});

describe('what choices do to the price', () => {
  const schema = { type: 'object', properties: { size: { type: 'string' } } };
  const adds = (amount: string, currency = 'EUR') => ({
    option: 'size',
    equals: 'large',
    effect: { kind: 'add' as const, currency, charge: fee(amount) },
  });
  const percent = (share: string) => ({
    option: 'size',
    effect: { kind: 'percent' as const, percent: share, of: 'recurring' as const },
  });
  const lists = [list(fee('10'))];

  test.each<[string, Options['effects'], Options['effects'], string[]]>([
    ['a dearer addition', [adds('5')], [adds('8')], ['Fee: 5 → 8']],
    ['the same', [adds('5')], [adds('5.00')], []],
    ['in another currency', [adds('5', 'USD')], [adds('8', 'USD')], []],
    ['an addition to what could be chosen before', [], [adds('8')], ['Fee: 0 → 8']],
    ['a percentage', [percent('-10')], [percent('20')], ['size: 108 → 144']],
    ['a new percentage', [], [percent('50')], ['size: 120 → 180']],
  ])('%s', (_, before, after, expected) => {
    const at = (effects: Options['effects']) => sold(lists, { schema, effects });
    expect(changes(at(before), at(after))).toEqual(expected);
  });

  test('what could not be chosen before had no price', () => {
    expect(changes(sold(lists), sold(lists, { schema, effects: [adds('8')] }))).toEqual([]);
  });
});
