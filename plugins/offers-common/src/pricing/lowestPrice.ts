import Big from 'big.js';
import { hashJson } from '../content/contentHash';
import { isJsonObject, Json } from '../content/json';
import { Options } from '../content/options';
import { Charge, PriceList } from '../content/pricing';
import { effectsOf } from './effects';
import { PER_YEAR } from './lines';

type Kind = 'one-off' | 'recurring';

/** What a price list, or a choice, brings in the first year; usage is left out. */
type Yearly = Record<Kind, Big>;

const none = (): Yearly => ({ 'one-off': new Big(0), recurring: new Big(0) });

/** A value that no effect names, and that brings what comes with any value; as a number it counts nothing. */
const ANY_OTHER = { 'any other': hashJson('any other') };

/** What a charge brings in the first year; usage brings nothing that is known. */
export function yearlyOf(charge: Charge): Big {
  if (charge.kind === 'usage') return new Big(0);
  return new Big(charge.amount).times(charge.kind === 'recurring' ? PER_YEAR[charge.period] : 1);
}

/**
 * The least that a price list brings in the first year, whatever is chosen: each option and toggle has the
 * value that brings least, and one that the offer fixes the value that it has. Every effect is of one option
 * and they add up, so the least of each gives the least of all. What a schema does not allow
 * together is not looked at: the true least may be higher, never lower.
 */
export function lowestYearly({ currency, charges }: PriceList, options: Options): Big {
  const base = none();
  for (const charge of charges) {
    if (charge.kind !== 'usage') base[charge.kind] = base[charge.kind].plus(yearlyOf(charge));
  }
  const chosen = [...new Set(options.effects.map(({ option }) => option))].map(option =>
    valuesOf(option, options)
      .map(value => broughtBy(option, value, { options, currency }))
      .reduce((least, next) => (valueOf(next, base).lt(valueOf(least, base)) ? next : least)),
  );
  const total = chosen.reduce(addUp, { added: new Big(0), percents: none() });
  return valueOf(total, base).plus(base['one-off']).plus(base.recurring);
}

interface Brought {
  added: Big;
  percents: Yearly;
}

function addUp(a: Brought, b: Brought): Brought {
  return {
    added: a.added.plus(b.added),
    percents: {
      'one-off': a.percents['one-off'].plus(b.percents['one-off']),
      recurring: a.percents.recurring.plus(b.percents.recurring),
    },
  };
}

/** What choices bring on top of the price list: percentages take off no more than the whole. */
function valueOf({ added, percents }: Brought, base: Yearly): Big {
  const share = (kind: Kind) =>
    base[kind].times(percents[kind].lt(-100) ? -1 : percents[kind].times('0.01'));
  return added.plus(share('one-off')).plus(share('recurring'));
}

/** The values of an option that make a difference: its own if it is fixed, else each that an effect names, any other, and none. */
function valuesOf(
  option: string,
  { effects, fixed, toggles, schema }: Options,
): (Json | undefined)[] {
  if (Object.hasOwn(fixed, option)) return [fixed[option]];
  if (!isOption(schema, option) && toggles.some(({ key }) => key === option)) return [false, true];
  const named = effects.flatMap(effect =>
    effect.option === option && effect.equals !== undefined ? [effect.equals] : [],
  );
  return [undefined, ANY_OTHER, ...named];
}

function isOption({ properties }: Options['schema'], option: string): boolean {
  return isJsonObject(properties) && Object.hasOwn(properties, option);
}

function broughtBy(
  option: string,
  value: Json | undefined,
  { options, currency }: { options: Options; currency: string },
): Brought {
  const chosen = { options: value === undefined ? {} : { [option]: value }, toggles: {} };
  const percents = none();
  let added = new Big(0);
  for (const { option: of, effect } of effectsOf(options, chosen)) {
    if (of !== option) continue;
    if (effect.kind === 'add') {
      if (effect.currency !== currency) continue;
      added = added.plus(yearlyOf(effect.charge).times(leastCount(effect.perUnit, value)));
      continue;
    }
    for (const kind of ['one-off', 'recurring'] as const) {
      if (effect.of === 'all' || effect.of === kind) {
        percents[kind] = percents[kind].plus(effect.percent);
      }
    }
  }
  return { added, percents };
}

function leastCount(perUnit: boolean, value: Json | undefined): Big {
  if (!perUnit) return new Big(1);
  if (value === ANY_OTHER) return new Big(0);
  return typeof value === 'number' && value >= 0 ? new Big(value) : new Big(1);
}
