import type { Json, Options } from '@offerdesk/backstage-plugin-offers-common';

/** A JSON value as text. */
export function valueWords(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isRecord(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The titles of what the consumer is asked, without what the offer has fixed; what is needed comes first. */
export function askedTitles({ schema, fixed }: Pick<Options, 'schema' | 'fixed'>): string[] {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties)
    .filter(([name]) => !Object.hasOwn(fixed, name))
    .map(([name, option]) => ({
      title: isRecord(option) && typeof option.title === 'string' ? option.title || name : name,
      isRequired: required.includes(name),
    }))
    .sort((a, b) => Number(b.isRequired) - Number(a.isRequired))
    .map(({ title }) => title);
}
