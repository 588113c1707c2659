import type { Json, Options } from '@offerdesk/backstage-plugin-offers-common';

/** How an option is asked for. */
export type FieldKind = 'choice' | 'choices' | 'number' | 'flag' | 'text' | 'other';

/** One option as a form asks for it. */
export interface QuoteField {
  name: string;
  title: string;
  description: string | undefined;
  kind: FieldKind;
  /** what can be chosen, for a choice and for choices */
  values: readonly Json[];
  standard: Json | undefined;
  minimum: number | undefined;
  maximum: number | undefined;
  isWhole: boolean;
  isRequired: boolean;
  /** only asked where a condition of the schema says so */
  isConditional: boolean;
  /** the condition, where it is that another option has a value; any other the backend alone can tell */
  when: Condition | undefined;
}

/** That an option has a value. */
interface Condition {
  option: string;
  equals: Json;
}

type JsonRecord = { [key: string]: Json };

function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The types that an option may have; that it may also be absent is no type to ask for. */
function typesOf({ type }: JsonRecord): Json[] {
  return (Array.isArray(type) ? type : [type ?? null]).filter(name => name !== 'null');
}

function kindOf(schema: JsonRecord): FieldKind {
  const types = typesOf(schema);
  const [type] = types;
  const items = isRecord(schema.items) ? schema.items : {};
  if (listOf(schema.enum).length > 0) return 'choice';
  if (types.length !== 1) return 'other';
  if (type === 'boolean') return 'flag';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string') return 'text';
  return type === 'array' && listOf(items.enum).length > 0 ? 'choices' : 'other';
}

function fieldOf(name: string, schema: JsonRecord, isRequired: boolean): QuoteField {
  const items = isRecord(schema.items) ? schema.items : {};
  return {
    name,
    title: textOf(schema.title) ?? name,
    description: textOf(schema.description),
    kind: kindOf(schema),
    values: schema.enum === undefined ? listOf(items.enum) : listOf(schema.enum),
    standard: schema.default,
    minimum: numberOf(schema.minimum),
    maximum: numberOf(schema.maximum),
    isWhole: typesOf(schema)[0] === 'integer',
    isRequired,
    isConditional: false,
    when: undefined,
  };
}

/** The condition of a schema, where it is no more than that one option has a value, as the designer writes it. */
function conditionOf({ if: asked }: JsonRecord): Condition | undefined {
  if (!isRecord(asked) || !isRecord(asked.properties)) return undefined;
  const isMore = Object.keys(asked).some(keyword => !['properties', 'required'].includes(keyword));
  const [[option = '', schema] = [], ...others] = Object.entries(asked.properties);
  if (isMore || others.length > 0 || !isRecord(schema)) return undefined;
  return Object.keys(schema).length === 1 && schema.const !== undefined
    ? { option, equals: schema.const }
    : undefined;
}

/** Keywords of a schema under which the same object is described further. */
const CONDITIONS = ['if', 'then', 'else', 'allOf', 'anyOf', 'oneOf'];
const CONDITIONS_BY_NAME = ['dependentSchemas', 'dependencies'];

function schemasWithin(schema: JsonRecord): Json[] {
  return [
    ...CONDITIONS.flatMap(keyword => schema[keyword] ?? []),
    ...CONDITIONS_BY_NAME.flatMap(keyword => {
      const named = schema[keyword];
      return isRecord(named) ? Object.values(named) : [];
    }),
  ];
}

/** What conditions ask for besides; a name that was found before is not looked at again. */
function conditionalFields(schema: JsonRecord, known: Set<string>): QuoteField[] {
  return schemasWithin(schema).flatMap(inner => {
    if (!isRecord(inner)) return [];
    const properties = isRecord(inner.properties) ? inner.properties : {};
    const own = Object.entries(properties).flatMap(([name, property]) => {
      if (known.has(name) || !isRecord(property)) return [];
      known.add(name);
      const isRequired = listOf(inner.required).includes(name);
      const when = inner === schema.then ? conditionOf(schema) : undefined;
      return [{ ...fieldOf(name, property, isRequired), isConditional: true, when }];
    });
    return [...own, ...conditionalFields(inner, known)];
  });
}

/**
 * What a form asks for: what the offer has not fixed, what is needed first. Options of conditions come last
 * and are shown as `isAsked` says: the backend judges the whole, and the form does not judge twice.
 */
export function quoteFields({ schema, fixed }: Pick<Options, 'schema' | 'fixed'>): QuoteField[] {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const required = listOf(schema.required);
  const own = Object.entries(properties).flatMap(([name, property]) =>
    isRecord(property) ? [fieldOf(name, property, required.includes(name))] : [],
  );
  const conditional = conditionalFields(schema, new Set(Object.keys(properties)));
  return [
    ...own.sort((a, b) => Number(b.isRequired) - Number(a.isRequired)),
    ...conditional,
  ].filter(({ name }) => !Object.hasOwn(fixed, name));
}

/** What is chosen, by the name of the option. */
type Chosen = Readonly<Record<string, Json>>;

/** Whether an option is asked for, by what else is chosen and what the backend misses. */
export function isAsked(
  { name, isConditional, when }: QuoteField,
  chosen: Chosen,
  missed: (option: string) => boolean,
): boolean {
  if (!isConditional || missed(name)) return true;
  if (when) return JSON.stringify(chosen[when.option]) === JSON.stringify(when.equals);
  return name in chosen;
}

/** What is chosen without the options whose condition holds no more: nobody would see that they are. */
export function stillAsked(fields: readonly QuoteField[], options: Chosen, chosen: Chosen): Chosen {
  const gone = fields.filter(field => field.when && !isAsked(field, chosen, () => false));
  return Object.fromEntries(
    Object.entries(options).filter(([option]) => gone.every(({ name }) => name !== option)),
  );
}

/** What an option is called that the offer has fixed. */
export function fixedTitle({ schema }: Pick<Options, 'schema'>, name: string): string {
  const { properties } = schema;
  const property = isRecord(properties) ? properties[name] : undefined;
  return (isRecord(property) && textOf(property.title)) || name;
}
