import Big from 'big.js';
import { hashJson } from '../content/contentHash';
import { isJsonObject, Json } from '../content/json';
import { Options, PriceEffect } from '../content/options';
import { Charge } from '../content/pricing';
import { FieldProblem } from '../problems';
import { ExactLine, shareLines } from './lines';
import { tierParts } from './tiers';

/** What was chosen, once it is settled. */
export interface Chosen {
  options: Readonly<Record<string, Json>>;
  toggles: Readonly<Record<string, boolean>>;
}

/** How many are ordered, and what is expected to be used in a month, by unit. */
export interface Amounts {
  quantity: Big;
  used: (unit: string) => string | undefined;
}

type Told = Pick<ExactLine, 'source'> & Partial<Pick<ExactLine, 'option'>>;

/** The lines of a charge: one, or one for each step of a usage charge that the estimate reaches. */
export function chargeLines(charge: Charge, { quantity, used }: Amounts, told: Told): ExactLine[] {
  const { kind, label } = charge;
  if (kind !== 'usage') {
    const often = kind === 'recurring' ? { period: charge.period } : {};
    const unitAmount = new Big(charge.amount);
    return [{ label, kind, ...often, quantity, unitAmount, ...told }];
  }
  const { unit } = charge;
  const estimate = used(unit);
  if (estimate === undefined) {
    return [
      { label, kind, unit, quantity: undefined, unitAmount: new Big(charge.amount), ...told },
    ];
  }
  return tierParts(charge, new Big(estimate)).map(part => ({
    label: part.step ? `${label} (${part.step})` : label,
    kind,
    unit,
    quantity: part.quantity,
    unitAmount: part.unitAmount,
    ...told,
  }));
}

/** The effects that a choice brings about. */
export function effectsOf({ effects }: Pick<Options, 'effects'>, chosen: Chosen): PriceEffect[] {
  return effects.filter(({ option, equals }) => {
    const value = valueOf(option, chosen);
    if (equals !== undefined) {
      return value !== undefined && hashJson(value) === hashJson(equals);
    }
    return value !== undefined && value !== null && value !== false;
  });
}

function valueOf(option: string, { options, toggles }: Chosen): Json | undefined {
  if (Object.hasOwn(options, option)) return options[option];
  return Object.hasOwn(toggles, option) ? toggles[option] : undefined;
}

/**
 * Options whose price is not given in the currency although it is in another: nothing is charged by
 * accident of the currency.
 */
export function unpricedOptions(effects: readonly PriceEffect[], currency: string): string[] {
  const adding = effects.flatMap(({ option, effect }) =>
    effect.kind === 'add' ? [{ option, currency: effect.currency }] : [],
  );
  const priced = new Set(
    adding.filter(added => added.currency === currency).map(({ option }) => option),
  );
  return [...new Set(adding.map(({ option }) => option))].filter(option => !priced.has(option));
}

/** Counts that cannot be multiplied with: what is priced by the unit has to be a number of some size. */
export function countProblems(effects: readonly PriceEffect[], chosen: Chosen): FieldProblem[] {
  const counted = effects.filter(({ effect }) => effect.kind === 'add' && effect.perUnit);
  return counted.flatMap(({ option }) => {
    const value = valueOf(option, chosen);
    if (typeof value !== 'number' || /^\d{1,12}(\.\d{1,6})?$/.test(new Big(value).toFixed())) {
      return [];
    }
    const remedy = 'Give a number from 0 to 999999999999 with at most 6 digits after the point';
    return [{ field: `options.${option}`, remedy }];
  });
}

/** The lines that choices add to those of the price list, and what they take off or put on them. */
export function effectLines(
  offered: Options,
  chosen: Chosen,
  { currency, amounts, base }: { currency: string; amounts: Amounts; base: readonly ExactLine[] },
): ExactLine[] {
  const effects = effectsOf(offered, chosen);
  const added = effects.flatMap(({ option, effect }) => {
    if (effect.kind !== 'add' || effect.currency !== currency) return [];
    const lines = chargeLines(effect.charge, amounts, toldOf(option, chosen));
    return effect.perUnit ? timesCount(lines, valueOf(option, chosen)) : lines;
  });
  return [...added, ...percentLines(offered, effects, chosen, base)];
}

function timesCount(lines: readonly ExactLine[], value: Json | undefined): ExactLine[] {
  const count = typeof value === 'number' ? new Big(value) : new Big(1);
  if (count.eq(0)) return [];
  return lines.map(line => ({ ...line, quantity: line.quantity?.times(count) }));
}

function percentLines(
  offered: Options,
  effects: readonly PriceEffect[],
  chosen: Chosen,
  base: readonly ExactLine[],
): ExactLine[] {
  return (['one-off', 'recurring', 'usage'] as const).flatMap(kind => {
    const own = base.filter(line => line.kind === kind);
    const shares = effects.flatMap(({ option, effect }) =>
      effect.kind === 'percent' && (effect.of === 'all' || effect.of === kind)
        ? [{ option, percent: new Big(effect.percent) }]
        : [],
    );
    return notBelowNothing(shares).flatMap(({ option, percent }) =>
      shareLines(own, percent, {
        label: `${titleOf(offered, option)}: ${percent.gt(0) ? '+' : ''}${percent.toFixed()} %`,
        ...toldOf(option, chosen),
      }),
    );
  });
}

/** Percentages add up, whatever their order, and never take off more than the whole: the last give way. */
function notBelowNothing<T extends { percent: Big }>(shares: readonly T[]): T[] {
  const sum = shares.reduce((total, { percent }) => total.plus(percent), new Big(0));
  let over = new Big(-100).minus(sum);
  return [...shares]
    .reverse()
    .map(share => {
      if (over.lte(0) || share.percent.gte(0)) return share;
      const given = over.lt(share.percent.abs()) ? over : share.percent.abs();
      over = over.minus(given);
      return { ...share, percent: share.percent.plus(given) };
    })
    .reverse();
}

function toldOf(option: string, { options }: Chosen): Required<Told> {
  return { source: Object.hasOwn(options, option) ? 'option' : 'toggle', option };
}

function titleOf({ schema, toggles }: Options, option: string): string {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const own = Object.hasOwn(properties, option) ? properties[option] : undefined;
  if (isJsonObject(own) && typeof own.title === 'string') return own.title;
  return toggles.find(({ key }) => key === option)?.title ?? option;
}
