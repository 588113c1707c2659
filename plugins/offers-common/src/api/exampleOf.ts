import { JsonObject } from './components';

/** The component schemas of a document. */
export type Schemas = Readonly<Record<string, unknown>>;

const NOW = '2026-12-01T08:00:00.000Z';
const LATER = '2027-12-01T08:00:00.000Z';
const ID = '3f1c9a52-7d4e-4b0a-9c66-0f2b8d1e5a77';
const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** What a text looks like by the name of its field, where its schema does not say: the first that fits. */
const BY_NAME: readonly [RegExp, string][] = [
  [/until|end|leaseUntil|expires/i, LATER],
  [/^(at|from)$|(At|From|On)$/, NOW],
  [/^(id|token)$|Ids?$/, ID],
  [/hash/i, HASH],
  [/^(actor|by|user|viewer|decider|author|ref|person|target)$|By$/, 'user:default/carla'],
  [/owner|principal|group|approver/i, 'group:default/payments-team'],
  [/^local$/, '2026-12-01T09:00'],
  [/zone/i, 'Europe/Amsterdam'],
  [/url|logo/i, 'https://portal.example.com/offers'],
  [/^channel$/, 'C0123ABCD'],
  [/^ts$/, '1764576000.000100'],
  [/amount|percent|price|margin|cost/i, '120.00'],
  [/email/i, 'ada@example.com'],
  [/cursor/i, 'WyJhIiwiYiJd'],
  [/^name$/, 'postgres-production'],
  [/title|label/i, 'PostgreSQL for production'],
  [/reason|error|message|sentence|remedy|note/i, 'The price is agreed with the owner.'],
  [/^field$/, 'content.pricing'],
];

/** Deeper than any content; a schema that holds itself ends here. */
const DEEPEST = 30;

/** An example of a schema: what it says itself, else one made of its parts. */
export function exampleOf(schema: unknown, schemas: Schemas, name = '', depth = 0): unknown {
  const own = asObject(schema);
  if (typeof own.$ref === 'string') {
    if ('example' in own) return own.example;
    return exampleOf(schemas[own.$ref.replace(/^.*\//, '')], schemas, name, depth + 1);
  }
  if (own.format === 'date-time') return byName(name) === LATER ? LATER : NOW;
  if ('example' in own) return own.example;
  if (Array.isArray(own.examples)) return own.examples[0];
  if ('const' in own) return own.const;
  if (Array.isArray(own.enum)) return own.enum[0];
  const [choice] = listOf(own.oneOf ?? own.anyOf);
  if (choice !== undefined) return exampleOf(choice, schemas, name, depth + 1);
  return madeOf(own, schemas, name, depth);
}

function madeOf(schema: JsonObject, schemas: Schemas, name: string, depth: number): unknown {
  switch (schema.type) {
    case 'object':
      return objectOf(schema, schemas, depth);
    case 'array':
      return depth > DEEPEST
        ? []
        : [exampleOf(schema.items, schemas, name.replace(/s$/, ''), depth + 1)];
    case 'string':
      return textOf(schema, name);
    case 'integer':
    case 'number':
      return Math.max(Number(schema.minimum ?? 1), 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return 'any';
  }
}

function objectOf(schema: JsonObject, schemas: Schemas, depth: number): unknown {
  const properties = Object.entries(asObject(schema.properties));
  if (properties.length === 0) return schema.default ?? {};
  const required = listOf(schema.required);
  return Object.fromEntries(
    properties
      .filter(([name]) => depth < DEEPEST || required.includes(name))
      .map(([name, field]) => [name, exampleOf(field, schemas, name, depth + 1)]),
  );
}

function textOf({ format, default: usual }: JsonObject, name: string): string {
  if (format === 'uuid') return ID;
  if (format === 'uri') return 'https://docs.example.com/postgres';
  if (typeof usual === 'string' && usual !== '') return usual;
  return byName(name) ?? 'databases';
}

function byName(name: string): string | undefined {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
