import type { Json, Options } from '@offerdesk/backstage-plugin-offers-common';

/** An option as a reader sees it. */
export interface OptionRow {
  name: string;
  title: string;
  description: string | undefined;
  /** the kind of value and its limits */
  type: string;
  /** the only values allowed, where there is such a list */
  values: string[];
  standard: string | undefined;
  required: boolean;
}

/** A JSON value as text. */
export function valueWords(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isRecord(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function typeWords(schema: { [key: string]: Json }): string {
  const type = Array.isArray(schema.type)
    ? schema.type.map(valueWords).join(' or ')
    : text(schema.type);
  const limits = [
    schema.minimum === undefined ? '' : `from ${valueWords(schema.minimum)}`,
    schema.maximum === undefined ? '' : `up to ${valueWords(schema.maximum)}`,
  ].filter(Boolean);
  const kind =
    { string: 'text', integer: 'whole number', boolean: 'yes or no' }[type ?? ''] ?? type;
  return [kind ?? 'any value', ...limits].join(' ');
}

/** What the consumer is asked, one row an option that the offer has not fixed; what is needed comes first. */
export function askedOptions({ schema, fixed }: Pick<Options, 'schema' | 'fixed'>): OptionRow[] {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties)
    .filter(([name]) => !Object.hasOwn(fixed, name))
    .map(([name, value]) => {
      const option = isRecord(value) ? value : {};
      return {
        name,
        title: text(option.title) ?? name,
        description: text(option.description),
        type: typeWords(option),
        values: Array.isArray(option.enum) ? option.enum.map(valueWords) : [],
        standard: option.default === undefined ? undefined : valueWords(option.default),
        required: required.includes(name),
      };
    })
    .sort((a, b) => Number(b.required) - Number(a.required));
}
