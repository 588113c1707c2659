import { optionsSchema, type Json, type Options } from '@offerdesk/backstage-plugin-offers-common';

/** What kind of value an option takes. */
export type OptionType = 'text' | 'whole' | 'number' | 'flag' | 'choice';

/** When an option is asked: only while another one has a value. */
export interface Condition {
  option: string;
  equals: Json;
}

/** An option as the designer shows it. */
export interface DesignedOption {
  name: string;
  title: string;
  description: string;
  type: OptionType;
  /** the only values allowed, for a choice */
  values: Json[];
  standard: Json | undefined;
  minimum: number | undefined;
  maximum: number | undefined;
  isRequired: boolean;
  when: Condition | undefined;
  /** what the schema says besides, which the designer does not show and does not lose */
  rest: JsonRecord;
}

type JsonRecord = { [key: string]: Json };

/** The options that a content has before anything is said of them. */
export const noOptions: Options = optionsSchema.parse({});

function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '');
const numberOf = (value: Json | undefined) => (typeof value === 'number' ? value : undefined);

/** The options of the form, which holds them as JSON text; none while the text is none. */
export function readOptions(text: string): Options {
  try {
    const read = optionsSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : loose(JSON.parse(text));
  } catch {
    return noOptions;
  }
}

/** What is being written may not be sound yet, such as a toggle without an owner: it is shown all the same. */
function loose(value: Options): Options {
  return { ...noOptions, ...value };
}

function typeOf(schema: JsonRecord): OptionType {
  if (Array.isArray(schema.enum)) return 'choice';
  if (schema.type === 'integer') return 'whole';
  if (schema.type === 'number') return 'number';
  return schema.type === 'boolean' ? 'flag' : 'text';
}

const SHOWN = ['title', 'description', 'type', 'enum', 'default', 'minimum', 'maximum'];

function optionOf(
  name: string,
  schema: JsonRecord,
  isRequired: boolean,
  when: Condition | undefined,
): DesignedOption {
  return {
    name,
    title: textOf(schema.title),
    description: textOf(schema.description),
    type: typeOf(schema),
    values: listOf(schema.enum),
    standard: schema.default,
    minimum: numberOf(schema.minimum),
    maximum: numberOf(schema.maximum),
    isRequired,
    when,
    rest: Object.fromEntries(Object.entries(schema).filter(([key]) => !SHOWN.includes(key))),
  };
}

/** The condition and the option of a branch that the designer wrote; undefined for any other branch. */
function branchOf(branch: Json): DesignedOption | undefined {
  if (!isRecord(branch) || !isRecord(branch.if) || !isRecord(branch.then)) return undefined;
  const [wanted, asked] = [branch.if.properties, branch.then.properties];
  if (!isRecord(wanted) || !isRecord(asked)) return undefined;
  const [[option, value] = [], ...others] = Object.entries(wanted);
  const [[name, schema] = [], ...more] = Object.entries(asked);
  if (!option || !name || others.length > 0 || more.length > 0) return undefined;
  if (!isRecord(value) || value.const === undefined || !isRecord(schema)) return undefined;
  const isRequired = listOf(branch.then.required).includes(name);
  return optionOf(name, schema, isRequired, { option, equals: value.const });
}

/** The options that a schema asks for, as the designer shows them: those of conditions last. */
export function designedOptions({ schema }: Pick<Options, 'schema'>): DesignedOption[] {
  const required = listOf(schema.required);
  const own = Object.entries(isRecord(schema.properties) ? schema.properties : {}).flatMap(
    ([name, option]) =>
      isRecord(option) ? [optionOf(name, option, required.includes(name), undefined)] : [],
  );
  return [...own, ...listOf(schema.allOf).flatMap(branch => branchOf(branch) ?? [])];
}

function schemaOf(option: DesignedOption): JsonRecord {
  const { title, description, type, values, standard, minimum, maximum, rest } = option;
  const isNumber = type === 'whole' || type === 'number';
  const types = { text: 'string', whole: 'integer', number: 'number', flag: 'boolean' };
  return {
    ...rest,
    ...(type === 'choice' ? { enum: values } : { type: types[type] }),
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...(standard === undefined ? {} : { default: standard }),
    ...(isNumber && minimum !== undefined ? { minimum } : {}),
    ...(isNumber && maximum !== undefined ? { maximum } : {}),
  };
}

function branchWith(option: DesignedOption, { option: asked, equals }: Condition): JsonRecord {
  return {
    if: { properties: { [asked]: { const: equals } }, required: [asked] },
    then: {
      properties: { [option.name]: schemaOf(option) },
      ...(option.isRequired ? { required: [option.name] } : {}),
    },
  };
}

/** Options that ask for these, in this order; what the designer does not show stays in the schema. */
export function withDesigned(options: Options, designed: readonly DesignedOption[]): Options {
  const { schema } = options;
  const { properties: _properties, required: _required, allOf, ...kept } = schema;
  const others = listOf(allOf).filter(branch => branchOf(branch) === undefined);
  const always = designed.filter(({ when }) => !when);
  const branches = designed.flatMap(option =>
    option.when ? [branchWith(option, option.when)] : [],
  );
  const required = always.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  const all = [...others, ...branches];
  return {
    ...options,
    schema: {
      ...kept,
      type: 'object',
      properties: Object.fromEntries(always.map(option => [option.name, schemaOf(option)])),
      ...(required.length > 0 ? { required } : {}),
      ...(all.length > 0 ? { allOf: all } : {}),
    },
  };
}

/** A new option of a name, a text that need not be given. */
export function newOption(name: string): DesignedOption {
  return optionOf(name, { type: 'string' }, false, undefined);
}

/** The values of a choice as somebody types them, one on each line; numbers where all of them are. */
export function typedValues(text: string): Json[] {
  const values = [...new Set(text.split('\n').map(value => value.trim()))].filter(Boolean);
  const numbers = values.map(Number);
  return values.length > 0 && numbers.every(number => !Number.isNaN(number)) ? numbers : values;
}
