import Big from 'big.js';
import { Charge } from '../content/pricing';

/** A part of a used quantity, and what each unit of it costs. @public */
export interface TierPart {
  /** which step it is, in words; undefined where there are no steps */
  step: string | undefined;
  quantity: Big;
  unitAmount: Big;
}

/**
 * What a used quantity costs, in parts. `graduated`: each part costs what its own step says; `volume`: the
 * whole costs what the step that it reaches says. A step holds its own end. Without tiers, one part.
 * @public
 */
export function tierParts(
  { amount, tiers, unit }: Extract<Charge, { kind: 'usage' }>,
  quantity: Big,
): TierPart[] {
  if (!tiers) return [{ step: undefined, quantity, unitAmount: new Big(amount) }];
  const parts = tiers.steps.map((step, index) => {
    const from = new Big(tiers.steps[index - 1]?.upTo ?? 0);
    const reached = step.upTo === undefined || quantity.lt(step.upTo) ? quantity : step.upTo;
    return {
      step: stepWords(from, step.upTo, unit),
      from,
      within: new Big(reached).minus(from),
      unitAmount: new Big(step.amount),
    };
  });
  const touched = parts.filter(({ from }, index) => index === 0 || quantity.gt(from));
  if (tiers.mode === 'graduated') {
    return touched.map(({ step, within, unitAmount }) => ({ step, quantity: within, unitAmount }));
  }
  return touched.slice(-1).map(({ step, unitAmount }) => ({ step, quantity, unitAmount }));
}

function stepWords(from: Big, upTo: string | undefined, unit: string): string {
  if (upTo === undefined) return from.eq(0) ? `any ${unit}` : `over ${from.toFixed()} ${unit}`;
  const end = `up to ${upTo} ${unit}`;
  return from.eq(0) ? end : `over ${from.toFixed()} ${end}`;
}
