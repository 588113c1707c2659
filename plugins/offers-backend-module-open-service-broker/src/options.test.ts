import { optionProblems } from '@offerdesk/backstage-plugin-offers-common';
import { parsePlan } from './catalogue';
import { planOptions } from './options';
import { aPlan, aPlanWith, nested } from './testing/broker';

function optionsOf(plan: unknown) {
  const parsed = parsePlan(plan);
  return parsed.ok ? planOptions(parsed.value) : parsed;
}

function sound(plan: unknown) {
  const result = optionsOf(plan);
  if (!result.ok) throw new Error(result.reason);
  expect(optionProblems(result.value.options)).toEqual([]);
  return result.value;
}

const object = (properties: unknown) => ({ type: 'object', properties });

test('a plan without parameters asks nothing', () => {
  expect(sound(aPlan()).options).toEqual({ schema: object({}), fixed: {} });
});

test('the dialect is left out, and a missing type is said', () => {
  const parameters = {
    $schema: 'http://json-schema.org/draft-04/schema#',
    properties: { size: { type: 'integer', minimum: 1, exclusiveMinimum: true, maximum: 9 } },
  };
  expect(sound(aPlanWith(parameters)).options.schema).toEqual(
    object({ size: { type: 'integer', exclusiveMinimum: 1, maximum: 9 } }),
  );
});

test('what is fixed is not asked as well', () => {
  const parameters = {
    ...object({ zone: { type: 'string' }, size: { type: 'integer' } }),
    required: ['zone', 'size'],
  };
  expect(sound(aPlanWith(parameters, { zone: 'eu', backup: true })).options).toEqual({
    schema: { ...object({ size: { type: 'integer' } }), required: ['size'] },
    fixed: { zone: 'eu', backup: true },
  });
});

test('repeated choices are taken out wherever they stand, and noted', () => {
  const parameters = object({
    version: { enum: ['11', '12', '11', 11] },
    nested: object({ colour: { enum: [{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 2 }] } }),
    kept: { default: { enum: [1, 1] } },
  });
  const { options, notes } = sound(aPlanWith(parameters));
  expect(options.schema.properties).toEqual({
    version: { enum: ['11', '12', 11] },
    nested: object({ colour: { enum: [{ b: 2, a: 1 }, { a: 2 }] } }),
    kept: { default: { enum: [1, 1] } },
  });
  expect(notes).toEqual([
    'version: 1 repeated choice taken out',
    'colour: 1 repeated choice taken out',
  ]);
});

describe('a plan is refused, with the field and the reason,', () => {
  const SCHEMA = 'schemas.service_instance.create.parameters';
  const manyOptions = Object.fromEntries([...Array(101).keys()].map(n => [`o${n}`, {}]));
  test.each([
    ['when its parameters are a list', aPlanWith([]), SCHEMA],
    ['when its fixed values are a text', aPlanWith({}, 'x'), 'metadata.fixedParameters'],
    ['when its parameters nest without end', aPlanWith({ not: nested(10_000) }), 'nests deeper'],
    [
      'when its fixed values nest without end',
      aPlanWith({}, { a: nested(10_000) }),
      'nests deeper',
    ],
    ['when its parameters are huge', aPlanWith({ title: 'x'.repeat(300_000) }), 'is larger than'],
    ['when it asks too much', aPlanWith(object(manyOptions)), 'at most 100 options'],
    ['when a fixed value is no number of JSON', aPlanWith({}, { a: Infinity }), 'JSON cannot say'],
    ['when a choice holds a null character', aPlanWith(object({ a: { enum: ['\0'] } })), 'null'],
    ['when a name holds half a character', aPlanWith(object({ '\uD800': {} })), 'half a character'],
    ['when a pattern never ends', aPlanWith(object({ a: { pattern: '(a+)+$' } })), 'take too long'],
    ['when it refers elsewhere', aPlanWith(object({ a: { $ref: 'https://x' } })), '$ref'],
    ['when its type is no type', aPlanWith(object({ a: { type: 'text' } })), 'is not valid'],
    ['when its root is a list', aPlanWith({ type: 'array' }), '"type": "object"'],
    [
      'when a fixed value breaks its own schema',
      aPlanWith(object({ a: { type: 'integer' } }), { a: 'x' }),
      'fixed value of a',
    ],
  ])('%s', (_, plan, reason) => {
    expect(optionsOf(plan)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });
});

test('a pattern may name the null character without holding it', () => {
  const plan = aPlanWith(object({ a: { type: 'string', pattern: '^[^\\u0000]*$' } }));
  expect(sound(plan).notes).toEqual([]);
});
