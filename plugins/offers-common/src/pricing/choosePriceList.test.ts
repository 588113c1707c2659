import { PriceList } from '../content/pricing';
import { choosePriceList, fitOf, priceListsFor, priceListsShownTo } from './choosePriceList';

const ADA = ['user:default/ada', 'group:default/payments', 'group:default/engineers'];

const aList = (label: string, audience: string[], currency = 'EUR'): PriceList => ({
  list: label,
  currency,
  audience,
  charges: [{ kind: 'one-off', label, amount: '1' }],
});

const everybody = aList('everybody', []);
const engineers = aList('engineers', ['group:default/engineers']);
const payments = aList('payments', ['group:default/payments']);
const ada = aList('ada', ['user:default/ada']);
const board = aList('board', ['group:default/board', 'user:default/vera']);

test.each([
  ['nobody in particular', everybody, 'everyone'],
  ['everyone by name', aList('all', ['everyone']), 'everyone'],
  ['a group of theirs', engineers, 'group'],
  ['the person', ada, 'person'],
  [
    'the person beside their group',
    aList('both', ['group:default/engineers', 'user:default/ada']),
    'person',
  ],
  ['others', board, undefined],
] as const)('a list for %s', (_, list, fit) => {
  expect(fitOf(list, ADA)).toBe(fit);
});

test('a machine that is named is a person to its prices', () => {
  expect(fitOf(aList('pipeline', ['machine:external/ci']), ['machine:external/ci'])).toBe('person');
});

test('the most specific first, and of two alike the one that the offer names first', () => {
  const lists = [everybody, engineers, board, payments, ada];
  expect(priceListsFor(lists, ADA).map(({ list }) => list)).toEqual([
    'ada',
    'engineers',
    'payments',
    'everybody',
  ]);
});

test('a currency that only others have is none', () => {
  const lists = [everybody, aList('board', ['group:default/board'], 'USD')];
  expect(choosePriceList(lists, ADA, 'USD')).toBeUndefined();
  expect(choosePriceList(lists, ADA, 'EUR')).toBe(everybody);
});

test('[rule 1] what a viewer reads are the prices they would pay, without the names of groups', () => {
  const dollars = aList('dollars', ['group:default/engineers'], 'USD');
  expect(priceListsShownTo([everybody, board, engineers, dollars], ADA)).toEqual([
    { currency: 'EUR', audience: [], charges: engineers.charges },
    { currency: 'USD', audience: [], charges: dollars.charges },
  ]);
});
