import { optionsSchema } from '../content/options';
import { aContent } from '../testing/content';
import { asksForMore, fills, orderNeeds } from './orderNeeds';

const OFFER = '00000000-0000-4000-8000-000000000001';
const needsOf = (schema: object, fixed: Record<string, string> = {}) =>
  orderNeeds({ bundle: undefined, options: optionsSchema.parse({ schema, fixed }) });
const size = { type: 'string' };

test('an order has to say what is required and has neither a default nor a fixed value', () => {
  const required = ['size', 'zone', 'tier'];
  const properties = { size, zone: { ...size, default: 'eu' }, tier: size };
  const needs = needsOf({ type: 'object', properties, required }, { tier: 'gold' });
  expect(needs.required).toEqual(['size']);
  expect([fills(['size'], needs), fills([], needs)]).toEqual([true, false]);
  expect(fills(['size', 'colour'], needs)).toBe(false);
});

test('of a bundle within another one nobody chooses', () => {
  const step = { key: 'a', offerId: OFFER };
  const bundled = (bundle: NonNullable<Parameters<typeof aContent>[0]>['bundle']) =>
    orderNeeds(aContent({ bundle })).choosing;
  const choices = [{ key: 'one', title: 'One of' }];
  expect(bundled({ steps: [step] })).toBe(false);
  expect(bundled({ steps: [{ ...step, optional: true }] })).toBe(true);
  expect(bundled({ steps: [step, { ...step, key: 'b', choice: 'one' }], choices })).toBe(true);
});

test('more is asked for by another required option, and by one that is not known any more', () => {
  const before = needsOf({ type: 'object', properties: { size } });
  const after = (schema: object) => asksForMore(before, needsOf(schema));
  expect(after({ type: 'object', properties: { size, zone: size } })).toBe(false);
  expect(after({ type: 'object', properties: { size }, required: ['size'] })).toBe(true);
  expect(after({ type: 'object', properties: { zone: size } })).toBe(true);
});
