import fc from 'fast-check';
import { Json } from '../content/json';
import { seed } from '../testing/content';
import { optionLimits, optionProblems } from './checkOptions';

type Schema = Record<string, Json>;

const object = (properties: Schema): Schema => ({ type: 'object', properties });
const problemsOf = (schema: Schema, fixed: Schema = {}) => optionProblems({ schema, fixed });

/** Schemas in schemas: `levels` of them. */
function nestedSchema(levels: number): Schema {
  let schema: Schema = { type: 'string' };
  for (let level = 0; level < levels; level += 1) schema = { not: schema };
  return { type: 'object', ...schema };
}

const many = (count: number) =>
  Object.fromEntries([...Array(count).keys()].map(n => [`option${n}`, {}]));

describe('options that are sound', () => {
  test.each<[string, Schema, Schema]>([
    ['none at all', object({}), {}],
    [
      'texts, numbers, choices',
      object({
        name: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,30}$', minLength: 1 },
        size: { type: 'integer', minimum: 1, maximum: 9, default: 3 },
        zone: { enum: ['eu', 'us'], title: 'Zone' },
      }),
      {},
    ],
    ['an old dialect', { $schema: 'http://json-schema.org/draft-04/schema#', ...object({}) }, {}],
    ['a dialect inside', object({ a: { $schema: 'x', type: 'string' } }), { a: 'b' }],
    ['options that are called like keywords', object({ id: {}, $ref: {}, pattern: {} }), {}],
    [
      'a dependency on such an option',
      { ...object({ id: {} }), dependentRequired: { id: ['a'] } },
      {},
    ],
    [
      'data that looks like keywords',
      object({ a: { default: { $ref: 'x', pattern: '(a+)+' } } }),
      {},
    ],
    [
      'fixed values, asked or not',
      object({ size: { type: 'integer' } }),
      { size: 3, backup: true },
    ],
    ['100 options', object(many(100)), {}],
    ['a format', object({ mail: { type: 'string', format: 'email' } }), { mail: 'a@b.example' }],
  ])('%s', (_, schema, fixed) => expect(problemsOf(schema, fixed)).toEqual([]));
});

describe('options that are not, each with what to do', () => {
  test.each<[string, Schema, Schema, RegExp]>([
    ['another type', { type: 'array' }, {}, /must have "type": "object"/],
    ['too many', object(many(101)), {}, /at most 100 options; join/],
    [
      'a reference',
      object({ a: { $ref: '#/definitions/b' } }),
      {},
      /\$ref at \/properties\/a; write/,
    ],
    [
      'a remote reference',
      { ...object({}), allOf: [{ $ref: 'https://x' }] },
      {},
      /\$ref at \/allOf\/0/,
    ],
    ['an identity', { ...object({}), $id: 'https://x' }, {}, /\$id at its root/],
    ['a check that answers later', { ...object({}), $async: true }, {}, /\$async at its root/],
    [
      'patterns as names',
      { ...object({}), patternProperties: { '(a+)+': {} } },
      {},
      /patternProperties/,
    ],
    [
      'nested quantifiers',
      object({ a: { pattern: '^(a+)+$' } }),
      {},
      /pattern at \/properties\/a .*; write/,
    ],
    [
      'the same in names',
      { ...object({}), propertyNames: { pattern: '((a)*)*$' } },
      {},
      /propertyNames/,
    ],
    ['no regular expression', object({ a: { pattern: '(' } }), {}, /correct it/],
    ['no type', object({ a: { type: 'text' } }), {}, /not valid: .*Mend it/],
    ['an empty choice', object({ a: { enum: [] } }), {}, /not valid: .*Mend it/],
    ['a choice twice', object({ a: { enum: [1, 1] } }), {}, /not valid: .*Mend it/],
    ['draft-04 bounds', object({ a: { minimum: 1, exclusiveMinimum: true } }), {}, /not valid/],
    [
      'a fixed value of another type',
      object({ a: { type: 'integer' } }),
      { a: 'x' },
      /fixed value of a .*integer; correct/,
    ],
    [
      'a fixed value outside the choice',
      object({ a: { enum: ['x'] } }),
      { a: 'y' },
      /fixed value of a/,
    ],
    [
      'a long value for a pattern',
      object({ a: { pattern: '^a*$' } }),
      { a: 'a'.repeat(300) },
      /shorten it/,
    ],
  ])('%s', (_, schema, fixed, problem) => {
    expect(problemsOf(schema, fixed)).toEqual([expect.stringMatching(problem)]);
  });
});

describe('whatever the options hold, the check ends, and soon', () => {
  const hostile: [string, Schema, Schema][] = [
    ['10,000 levels of schemas', nestedSchema(10_000), {}],
    ['10,000 levels of fixed values', object({}), { a: nestedSchema(10_000) }],
    ['10,000 levels of data', object({ a: { default: nestedSchema(10_000) } }), {}],
    ['13 levels', nestedSchema(13), {}],
    ['100,000 options', object(many(100_000)), {}],
    ['100,000 choices', object({ a: { enum: [...Array(100_000).keys()] } }), {}],
    ['a text of 10 million characters', object({ a: { title: 'x'.repeat(10_000_000) } }), {}],
    ['a fixed text of that length', object({}), { a: 'x'.repeat(10_000_000) }],
    ['a pattern of that length', object({ a: { pattern: 'x'.repeat(100_000) } }), {}],
    [
      'a pattern that never ends',
      object({ a: { pattern: '^(([a-z])+.)+$' } }),
      { a: 'a'.repeat(100) },
    ],
  ];

  test.each(hostile)('%s', (_, schema, fixed) => {
    const began = performance.now();
    expect(problemsOf(schema, fixed)).toEqual([expect.stringMatching(/[;.] ?\w+/)]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('the check is repeatable and never throws', () => {
    const keyword = fc.constantFrom(
      'type',
      'enum',
      'pattern',
      'format',
      'properties',
      'items',
      'not',
      'required',
      'nullable',
      '$ref',
      '$schema',
      'if',
      'dependencies',
      'formatMinimum',
      '__proto__',
    );
    const value = fc.oneof(
      fc.constantFrom<Json>('object', 'string', '^a+$', 'email', '(a+)+', 1, true, null),
      fc.constant<Json>([]),
      fc.dictionary(keyword, fc.constantFrom<Json>('string', 3, {})).map((node): Json => node),
    );
    const schemas = fc
      .dictionary(keyword, value)
      .map((node): Schema => ({ type: 'object', ...node }));
    fc.assert(
      fc.property(schemas, fc.dictionary(keyword, value), (schema, fixed) => {
        const first = problemsOf(schema, fixed);
        expect(problemsOf(schema, fixed)).toEqual(first);
        for (const problem of first) expect(problem).toMatch(/^(The|An) .+[.]$/);
      }),
      { seed, numRuns: 500 },
    );
  });

  test('the limits are those of the design: Slack takes 100 options', () => {
    expect(optionLimits.options).toBe(100);
  });
});
