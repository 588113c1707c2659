import { contentHash } from '../content/contentHash';
import { implementExitGate } from '../gates/implementExit';
import { aContent } from '../testing/content';
import { KeptEntries, keptPartySchema, keptReferencesOf, withKept } from './kept';

const charges = [{ kind: 'one-off' as const, label: 'Fee', amount: '1' }];
const base = aContent();

const referring = aContent({
  pricing: {
    ...base.pricing,
    priceLists: [
      { list: 'engineering', currency: 'EUR', charges },
      { list: 'unknown', currency: 'USD', charges },
      { currency: 'GBP', charges },
    ],
  },
  plans: {
    ...base.plans,
    support: {
      reference: 'desk',
      parties: [
        { kind: 'external', name: 'Old name', party: 'acme' },
        { kind: 'external', name: 'Became ours', party: 'desk' },
        { kind: 'external', name: 'Inline' },
      ],
    },
  },
});

const kept: KeptEntries = {
  priceLists: new Map([
    ['engineering', { currency: 'CHF', audience: ['group:default/engineers'] }],
  ]),
  parties: new Map([
    ['acme', { name: 'Acme', kind: 'external', ref: undefined }],
    ['desk', { name: 'Desk', kind: 'internal', ref: 'group:default/desk' }],
  ]),
};

test('a content says what the entries say, and keeps what refers in vain', () => {
  const { pricing, plans } = withKept(referring, kept);
  expect(pricing.priceLists).toEqual([
    { list: 'engineering', currency: 'CHF', audience: ['group:default/engineers'], charges },
    { list: 'unknown', currency: 'USD', audience: [], charges },
    { currency: 'GBP', audience: [], charges },
  ]);
  expect(plans.support?.parties).toEqual([
    { kind: 'external', name: 'Acme', party: 'acme' },
    { kind: 'internal', ref: 'group:default/desk', party: 'desk' },
    { kind: 'external', name: 'Inline' },
  ]);
});

test('said twice is said once, and what refers to nothing stays as it is', () => {
  const once = withKept(referring, kept);
  expect(contentHash(withKept(once, kept))).toBe(contentHash(once));
  expect(contentHash(withKept(base, kept))).toBe(contentHash(base));
});

test('the references of a content, with the fields that hold them', () => {
  expect(keptReferencesOf(referring)).toEqual([
    { kind: 'price-list', id: 'engineering', field: 'content.pricing.priceLists' },
    { kind: 'price-list', id: 'unknown', field: 'content.pricing.priceLists' },
    { kind: 'party', id: 'acme', field: 'content.plans.support' },
    { kind: 'party', id: 'desk', field: 'content.plans.support' },
  ]);
});

test.each([
  ['an internal party without a group', { name: 'Desk', kind: 'internal' }],
  ['a supplier with a group', { name: 'Acme', kind: 'external', ref: 'group:default/a' }],
  [
    'an address that is no address',
    { name: 'Acme', kind: 'external', contact: 'data:text/html,1' },
  ],
])('refuses %s', (_, said) => {
  expect(keptPartySchema.safeParse(said).success).toBe(false);
});

test('[rule 14] a reference that does not resolve stops a release, and says which', () => {
  const gate = (unresolvedKept: ReturnType<typeof keptReferencesOf>) =>
    implementExitGate({
      currentHash: 'a',
      approvedHash: 'a',
      releaseAt: '2027-01-01T00:00:00.000Z',
      toldFor: '2027-01-01T00:00:00.000Z',
      offers: [{ offerId: 'o', content: referring, unresolved: [], unresolvedKept }],
    });
  expect(gate([]).met).toBe(true);
  const missing = gate(keptReferencesOf(referring).slice(1, 3));
  expect(missing.criteria.filter(({ state }) => state === 'missing')).toEqual([
    {
      id: 'kept-references',
      title: 'Price lists and parties are kept',
      state: 'missing',
      remedy:
        'Not kept, or retired: price list unknown, party acme. Refer to another, or take the reference out.',
      field: 'content.pricing.priceLists',
      offerId: 'o',
    },
  ]);
});
