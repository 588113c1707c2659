import { Content } from '../content/content';
import { isJsonObject } from '../content/json';
import { Options } from '../content/options';
import { optionNames } from '../options/optionNames';
import { isGiven } from './bundlePricing';

/** What an order of an offer has to say, as far as that is known before anybody chooses. @public */
export interface OrderNeeds {
  /** options without which it cannot be ordered: required, with neither a default nor a fixed value */
  required: readonly string[];
  /** every option that it knows */
  known: ReadonlySet<string>;
  /** whether it is a bundle of which something has to be chosen, which nobody can within another one */
  choosing: boolean;
}

/** What an order of an offer has to say. @public */
export function orderNeeds({ options, bundle }: Pick<Content, 'options' | 'bundle'>): OrderNeeds {
  return {
    required: requiredOptions(options),
    known: new Set([...optionNames(options.schema), ...Object.keys(options.fixed)]),
    choosing:
      bundle !== undefined &&
      (bundle.choices.some(({ atLeast }) => atLeast > 0) || !bundle.steps.some(isGiven)),
  };
}

/** The options that an order has to say something of. */
export function requiredOptions({ schema, fixed }: Options): string[] {
  const { required, properties } = schema;
  const hasDefault = (name: string) => {
    const own = isJsonObject(properties) ? properties[name] : undefined;
    return isJsonObject(own) && own.default !== undefined;
  };
  return (Array.isArray(required) ? required.map(String) : []).filter(
    name => !Object.hasOwn(fixed, name) && !hasDefault(name),
  );
}

/**
 * Whether a step of a bundle says all that an order of its member needs, and nothing that the member does not know.
 * @param given - the options that the step fills
 * @public
 */
export function fills(
  given: readonly string[],
  { required, known, choosing }: OrderNeeds,
): boolean {
  return (
    !choosing &&
    required.every(name => given.includes(name)) &&
    given.every(name => known.has(name))
  );
}

/** Whether orders that were complete with what an offer was may not be with what it becomes. @public */
export function asksForMore(before: OrderNeeds, after: OrderNeeds): boolean {
  return (
    (after.choosing && !before.choosing) ||
    after.required.some(name => !before.required.includes(name)) ||
    [...before.known].some(name => !after.known.has(name))
  );
}
