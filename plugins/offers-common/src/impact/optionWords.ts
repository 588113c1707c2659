import { formatAmount } from '../amounts';
import { isJsonObject, Json } from '../content/json';
import { Options, PriceEffect } from '../content/options';
import { optionNames } from '../options/optionNames';
import { chargeWords, listWords } from './words';

type Schema = Options['schema'];

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** A value of an option. */
function valueWords(value: Json): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const kinds: Readonly<Record<string, string>> = {
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
  array: 'several values',
};

function limitWords({ minimum, maximum }: Schema): string {
  if (minimum === undefined && maximum === undefined) return '';
  return ` ${minimum ?? ''}–${maximum ?? ''}`;
}

/** What an option takes, and what stands unless it is answered. */
function takenWords(option: Schema, isRequired: boolean): string {
  const kind = Array.isArray(option.enum)
    ? option.enum.map(valueWords).join(' or ')
    : `${kinds[String(option.type)] ?? 'text'}${limitWords(option)}`;
  return [
    kind,
    ...(option.default === undefined ? [] : [`standard ${valueWords(option.default)}`]),
    ...(isRequired ? ['required'] : []),
  ].join(', ');
}

const propertiesOf = ({ properties }: Schema): Schema =>
  isJsonObject(properties) ? properties : {};

/** What an option of a schema is called; its name where it has no title, or is not known. */
function titleOf(schema: Schema, name: string): string {
  const option = propertiesOf(schema)[name];
  return isJsonObject(option) && typeof option.title === 'string' && option.title
    ? option.title
    : name;
}

/** Options one by one; what is asked within one of them follows its title. */
function propertiesWords(schema: Schema, when = '', within = ''): string[] {
  const needed = listOf(schema.required);
  return Object.entries(propertiesOf(schema)).flatMap(([name, option]) => {
    if (!isJsonObject(option)) return [];
    const title = `${within}${titleOf(schema, name)}`;
    const parts = propertiesWords(option, when, `${title} › `);
    return parts.length > 0
      ? parts
      : [`${title}: ${takenWords(option, needed.includes(name))}${when}`];
  });
}

/** An option that is asked only when another one has a value, as the designer of options writes it. */
function branchWords(whole: Schema, branch: Json): string[] {
  if (!isJsonObject(branch) || !isJsonObject(branch.if) || !isJsonObject(branch.then)) return [];
  const conditions = Object.entries(propertiesOf(branch.if)).flatMap(([name, value]) =>
    isJsonObject(value) && value.const !== undefined
      ? [`${titleOf(whole, name)} ${valueWords(value.const)}`]
      : [],
  );
  return propertiesWords(
    branch.then,
    conditions.length ? ` (when ${conditions.join(' and ')})` : '',
  );
}

/** The options that are asked, one by one: what each takes, whether it is required, and when it is asked. */
export function schemaWords(schema: Schema): string[] {
  const branches = [schema, ...listOf(schema.allOf)];
  return [...propertiesWords(schema), ...branches.flatMap(branch => branchWords(schema, branch))];
}

/** How many options are asked, and how many are fixed; nothing where there are none. */
export function optionsWords({ schema, fixed }: Options): string | undefined {
  const [asked, given] = [optionNames(schema).size, Object.keys(fixed).length];
  return asked + given === 0 ? undefined : `${asked} to choose, ${given} fixed`;
}

/** The values that the offer has chosen. */
export function fixedWords(fixed: Options['fixed']): string | undefined {
  return listWords(Object.entries(fixed).map(([name, value]) => `${name} ${valueWords(value)}`));
}

/** What can be switched, and how each stands unless somebody says. */
export function toggleWords(toggles: Options['toggles']): string | undefined {
  return listWords(toggles.map(({ title, default: isOn }) => `${title} (${isOn ? 'on' : 'off'})`));
}

function effectWords(
  { schema, toggles }: Options,
  { option, equals, effect }: PriceEffect,
): string {
  const title = toggles.find(({ key }) => key === option)?.title ?? titleOf(schema, option);
  const cause = equals === undefined ? title : `${title} ${valueWords(equals)}`;
  if (effect.kind === 'percent') {
    const sign = effect.percent.startsWith('-') ? '' : '+';
    const part = effect.of === 'all' ? '' : ` of ${effect.of} charges`;
    return `${cause}: ${sign}${effect.percent} %${part}`;
  }
  const amount = formatAmount(effect.charge.amount, effect.currency);
  return `${cause}: +${chargeWords(effect.charge, amount)}${effect.perUnit ? ' each' : ''}`;
}

/** What choices do to the price, one by one. */
export function effectsWords(options: Options): string[] {
  return options.effects.map(effect => effectWords(options, effect));
}
