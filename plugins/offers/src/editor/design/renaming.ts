import type { Bundle, Json, Options } from '@offerdesk/backstage-plugin-offers-common';

/** Whether an option may be called so in orders. */
export const isOptionName = (name: string) => /^[A-Za-z][A-Za-z0-9_.-]{0,199}$/.test(name);

type JsonRecord = { [key: string]: Json };

const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keywords of JSON Schema that speak of the same object as the schema that holds them. */
const LISTS = ['allOf', 'anyOf', 'oneOf'];
const WHOLES = ['if', 'then', 'else', 'not'];
const BY_NAME = ['dependentRequired', 'dependentSchemas', 'dependencies'];

/** A schema whose option has another name, wherever the schema speaks of it. */
function schemaWith(schema: JsonRecord, name: (name: string) => string): JsonRecord {
  const within = (value: Json) => (isRecord(value) ? schemaWith(value, name) : value);
  const names = (value: Json) =>
    Array.isArray(value)
      ? value.map(each => (typeof each === 'string' ? name(each) : each))
      : value;
  const part = (keyword: string, value: Json): Json => {
    if (keyword === 'required') return names(value);
    if (WHOLES.includes(keyword)) return within(value);
    if (LISTS.includes(keyword) && Array.isArray(value)) return value.map(within);
    if (!isRecord(value)) return value;
    const named = (inner: (held: Json) => Json) =>
      Object.fromEntries(Object.entries(value).map(([key, held]) => [name(key), inner(held)]));
    // What an option takes is a schema of its own, which names no option of these.
    if (keyword === 'properties') return named(held => held);
    return BY_NAME.includes(keyword) ? named(held => within(names(held))) : value;
  };
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, part(keyword, value)]),
  );
}

/** Options of which one has another name: what is fixed, the conditions and the price effects follow. */
export function withRenamed(options: Options, from: string, to: string): Options {
  const name = (old: string) => (old === from ? to : old);
  const { schema, fixed, effects } = options;
  return {
    ...options,
    schema: schemaWith(schema, name),
    fixed: Object.fromEntries(Object.entries(fixed).map(([key, value]) => [name(key), value])),
    effects: effects.map(effect => ({ ...effect, option: name(effect.option) })),
  };
}

/** Options of which a toggle has another key: the price effects follow. */
export function withToggleKey(options: Options, from: string, to: string): Options {
  const name = (old: string) => (old === from ? to : old);
  return {
    ...options,
    toggles: options.toggles.map(toggle => ({ ...toggle, key: name(toggle.key) })),
    effects: options.effects.map(effect => ({ ...effect, option: name(effect.option) })),
  };
}

/** A bundle of which an own option has another name: the members that take values from it follow. */
export function withSource(bundle: Bundle, from: string, to: string): Bundle {
  return {
    ...bundle,
    steps: bundle.steps.map(step => ({
      ...step,
      options: Object.fromEntries(
        Object.entries(step.options).map(([key, source]) => [
          key,
          'from' in source && source.from === from ? { from: to } : source,
        ]),
      ),
    })),
  };
}
