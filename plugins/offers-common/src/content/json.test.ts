import fc from 'fast-check';
import { seed } from '../testing/content';
import { jsonFault, jsonLimits, jsonSchema } from './json';

const nested = (levels: number): unknown =>
  JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

test('whatever JSON can say is taken as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      expect(jsonSchema.parse(value)).toBe(value);
    }),
    { seed },
  );
});

test.each([
  ['nothing', undefined],
  ['no number', { a: NaN }],
  ['a number without end', [Infinity]],
  ['a large integer', 1n],
  ['a function', { a: () => 1 }],
  ['a date', new Date(0)],
  ['a map', { a: new Map() }],
  ['a field without a value', { a: undefined }],
])('%s is not JSON', (_, value) => {
  expect(jsonSchema.safeParse(value).error?.issues[0]?.message).toMatch(/JSON cannot say/);
});

test('100,000 levels and a million parts are refused at once', () => {
  expect(jsonSchema.safeParse(nested(100_000)).error?.issues[0]?.message).toMatch(
    /deeper than 64 levels/,
  );
  expect(jsonSchema.safeParse(Array(1_000_000).fill(0)).error?.issues[0]?.message).toMatch(
    /more than 20000 parts/,
  );
});

test('the bounds themselves are within', () => {
  expect(jsonFault(nested(jsonLimits.depth + 1), jsonLimits)).toBeUndefined();
  expect(jsonFault(nested(jsonLimits.depth + 2), jsonLimits)).toBeDefined();
  expect(jsonFault(Array(jsonLimits.nodes - 1).fill(0), jsonLimits)).toBeUndefined();
  expect(jsonFault(Array(jsonLimits.nodes).fill(0), jsonLimits)).toBeDefined();
});

test('a value that holds itself is refused, not followed for ever', () => {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  expect(jsonFault(loop, jsonLimits)).toMatch(/deeper/);
});
