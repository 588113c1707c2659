import fc from 'fast-check';
import { component, componentOf, Schema } from './document';
import { Pools } from './pools';

/** How often a value that exists is taken where the portal has some; names are new as often, to create. */
const knownWeight = (name: string) => (name === 'OfferName' ? 1 : 25);

/** What JSON Schema cannot say of some components: what is drawn is mended, so that it is often valid. */
const MENDS: Readonly<Record<string, (value: Record<string, unknown>) => unknown>> = {
  Validity: ({ from, until }) =>
    from && until && String(from) >= String(until) ? { from } : { from, until },
  PricingInput: pricing => ({
    ...pricing,
    ...(Array.isArray(pricing.priceLists) ? { priceLists: pricing.priceLists.slice(0, 1) } : {}),
  }),
};

/** How the pattern of a local date and time begins. */
const LOCAL = '^\\d{4}-\\d{2}-\\d{2}T';

/** Values that satisfy a schema of the document, as far as JSON Schema can say. */
export function valueOf(schema: Schema, pools: Pools): fc.Arbitrary<unknown> {
  const name = componentOf(schema);
  if (name !== undefined) return componentValue(name, pools);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...choices.map(choice => valueOf(choice, pools)));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, pools);
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, pools), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    case 'string':
      return stringOf(schema, pools);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** Components that were built already: reading their patterns takes longer than drawing from them. */
const built = new WeakMap<Pools, Map<string, fc.Arbitrary<unknown>>>();

function componentValue(name: string, pools: Pools): fc.Arbitrary<unknown> {
  const own = built.get(pools) ?? new Map<string, fc.Arbitrary<unknown>>();
  built.set(pools, own);
  const before = own.get(name);
  if (before) return before;
  // A component that holds itself holds nothing further in.
  own.set(name, fc.constant(null));
  const pool = pools[name];
  const other = valueOf(component(name), pools);
  const drawn = pool
    ? fc.oneof(
        { weight: knownWeight(name), arbitrary: fromPool(pool) },
        { weight: 1, arbitrary: other },
      )
    : other;
  const mend = MENDS[name];
  const value = mend ? drawn.map(found => mend(Object(found))) : drawn;
  own.set(name, value);
  return value;
}

/** One of a pool as it is when the value is drawn. */
export function fromPool(pool: readonly string[] = []): fc.Arbitrary<string> {
  return fc.nat().map(place => pool[place % pool.length] ?? 'nothing');
}

function objectOf(schema: Schema, pools: Pools): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.entries(properties).map(
    ([name, field]): [string, fc.Arbitrary<unknown>] => [name, valueOf(field, pools)],
  );
  if (fields.length > 0) {
    return fc.record(Object.fromEntries(fields), { requiredKeys: required, noNullPrototype: true });
  }
  return typeof additionalProperties === 'object'
    ? fc.dictionary(fc.string({ maxLength: 12 }), valueOf(additionalProperties, pools), {
        maxKeys: 3,
        noNullPrototype: true,
      })
    : fc.constant({});
}

function stringOf(schema: Schema, pools: Pools): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'date-time') return fc.date({ noInvalidDate: true }).map(isoOf);
  if (schema.pattern?.includes('[0-9a-f]{64}')) return fromPool(pools.hash);
  if (schema.pattern?.startsWith(LOCAL)) return fromPool(pools.local);
  if (schema.pattern) return matching(schema.pattern);
  const { minLength = 0, maxLength = 40 } = schema;
  return fc.oneof(
    { weight: 4, arbitrary: fromPool(pools.word) },
    {
      weight: 1,
      arbitrary: fc.string({
        minLength,
        maxLength: Math.min(maxLength, minLength + 20),
        unit: 'grapheme',
      }),
    },
  );
}

function isoOf(date: Date): string {
  return date.toISOString();
}

/** fast-check reads most regular expressions; where it cannot, the text is a guess and may be refused. */
function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'), { maxLength: 30 });
  } catch {
    return fc.string({ maxLength: 20 });
  }
}

function numberOf({ type, minimum = 0, maximum = 1000 }: Schema): fc.Arbitrary<number> {
  const [min, max] = [Math.ceil(minimum), Math.floor(maximum)];
  const whole = fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));
  return type === 'integer' ? whole : fc.oneof(whole, fc.double({ min, max, noNaN: true }));
}
