/** A schema as a stranger may send it, as text: some are too deep for JSON.stringify. */
export type HostileSchema = () => string;

const object = (properties: unknown, more: object = {}) => ({
  type: 'object',
  properties,
  ...more,
});

/** A schema of a hundred options, the most that are allowed; no two are the same, so that nothing is remembered. */
export function benign(number: number): string {
  return JSON.stringify(
    object(
      Object.fromEntries(
        Array.from({ length: 100 }, (_, index) => [
          `option${index}`,
          { type: 'string', title: `Option ${index} of ${number}`, pattern: '^[a-z]{1,20}$' },
        ]),
      ),
    ),
  );
}

/** `levels` schemas in each other. */
function nested(levels: number, open: string, close: string): string {
  return `{"type":"object","properties":{"a":${open.repeat(levels)}{}${close.repeat(levels)}}}`;
}

function tree(levels: number, keyword: string, wide: number): unknown {
  if (levels === 0) return { type: 'string', maxLength: 9 };
  return { [keyword]: Array.from({ length: wide }, () => tree(levels - 1, keyword, wide)) };
}

const many = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));

const written: [string, () => unknown][] = [
  [
    '100,000 properties',
    () => object(Object.fromEntries(many(100_000, n => n).map(n => [`p${n}`, {}]))),
  ],
  ['100,000 choices', () => object({ a: { enum: many(100_000, n => n) } })],
  ['a bomb of allOf, three wide', () => object({ a: tree(10, 'allOf', 3) })],
  ['a bomb of oneOf, eight wide', () => object({ a: tree(5, 'oneOf', 8) })],
  [
    'a bomb of anyOf that is flat',
    () => object({ a: { anyOf: many(6_000, n => ({ const: n })) } }),
  ],
  [
    'a pattern that doubles with each character',
    () => object({ a: { type: 'string', pattern: '^(a+)+$' } }),
  ],
  [
    'a pattern of overlapping choices',
    () => object({ a: { type: 'string', pattern: '^(a|a)*$' } }),
  ],
  [
    'a pattern of many optional parts',
    () => object({ a: { type: 'string', pattern: `${'a?'.repeat(60)}${'a'.repeat(60)}` } }),
  ],
  [
    'a pattern in the names of properties',
    () => object({}, { propertyNames: { pattern: '^((a)*)*$' } }),
  ],
  ['patterns as names', () => object({}, { patternProperties: { '^(a+)+$': {} } })],
  ['a pattern that is none', () => object({ a: { pattern: '(((((' } })],
  ['a pattern of 100,000 characters', () => object({ a: { pattern: 'a'.repeat(100_000) } })],
  ['a remote $ref', () => object({ a: { $ref: 'http://169.254.169.254/latest/meta-data' } })],
  ['a $ref to a file', () => object({ a: { $ref: 'file:///etc/passwd' } })],
  ['a $ref to itself', () => object({ a: { $ref: '#' } })],
  ['a $dynamicRef', () => object({ a: { $dynamicRef: '#meta' } })],
  [
    'an $id that takes the place of the meta-schema',
    () => object({}, { $id: 'http://json-schema.org/draft-07/schema#' }),
  ],
  ['an $async schema', () => object({}, { $async: true })],
  ['code in the place of a keyword', () => object({ a: { type: "string');process.exit();//" } })],
  ['a title of 900,000 characters', () => object({ a: { title: 'x'.repeat(900_000) } })],
  ['an array for a schema', () => object({ a: [] })],
  ['a root of another type', () => ({ type: 'string' })],
];

/** Schemas that have stopped validators, each to be refused in bounded time. */
export const hostileSchemas: [string, HostileSchema][] = [
  ['10,000 levels of not', () => nested(10_000, '{"not":', '}')],
  ['10,000 levels of items', () => nested(10_000, '{"items":', '}')],
  ['10,000 levels of allOf', () => nested(10_000, '{"allOf":[', ']}')],
  ['10,000 levels of data', () => nested(10_000, '{"default":', '}')],
  ...written.map(([what, schema]): [string, HostileSchema] => [
    what,
    () => JSON.stringify(schema()),
  ]),
];
