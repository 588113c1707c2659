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

function propertiesWords({ properties, required }: Schema, when = ''): string[] {
  const needed = listOf(required);
  return Object.entries(isJsonObject(properties) ? properties : {}).flatMap(([name, option]) => {
    if (!isJsonObject(option)) return [];
    const title = typeof option.title === 'string' && option.title ? option.title : name;
    return [`${title}: ${takenWords(option, needed.includes(name))}${when}`];
  });
}

/** An option that is asked only when another one has a value, as the designer of options writes it. */
function branchWords(branch: Json): string[] {
  if (!isJsonObject(branch) || !isJsonObject(branch.if) || !isJsonObject(branch.then)) return [];
  const wanted = isJsonObject(branch.if.properties) ? Object.entries(branch.if.properties) : [];
  const conditions = wanted.flatMap(([name, value]) =>
    isJsonObject(value) && value.const !== undefined ? [`${name} ${valueWords(value.const)}`] : [],
  );
  return propertiesWords(
    branch.then,
    conditions.length ? ` (when ${conditions.join(' and ')})` : '',
  );
}

/** The options that are asked, one by one: what each takes, whether it is required, and when it is asked. */
export function schemaWords(schema: Schema): string | undefined {
  const asked = [...propertiesWords(schema), ...listOf(schema.allOf).flatMap(branchWords)];
  return asked.length > 0 ? asked.join('; ') : undefined;
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

function effectWords({ option, equals, effect }: PriceEffect): string {
  const cause = equals === undefined ? option : `${option} ${valueWords(equals)}`;
  if (effect.kind === 'percent') {
    const sign = effect.percent.startsWith('-') ? '' : '+';
    const part = effect.of === 'all' ? '' : ` of ${effect.of} charges`;
    return `${cause}: ${sign}${effect.percent} %${part}`;
  }
  const amount = formatAmount(effect.charge.amount, effect.currency);
  return `${cause}: +${chargeWords(effect.charge, amount)}${effect.perUnit ? ' each' : ''}`;
}

/** What choices do to the price. */
export function effectsWords(effects: Options['effects']): string | undefined {
  return listWords(effects.map(effectWords));
}
