import { isGiven } from '../bundle/bundlePricing';
import { Bundle, BundleStep } from '../content/bundle';
import { Json } from '../content/json';
import { FieldProblem } from '../problems';

/** The steps of a bundle that are taken, or the fields that are not right. */
export type TakenSteps = { ok: true; steps: BundleStep[] } | { ok: false; fields: FieldProblem[] };

/** The steps that a consumer takes: those that belong to the bundle, and those that they choose. */
export function takenSteps({ steps, choices }: Bundle, chosen: readonly string[]): TakenSteps {
  const asked = new Set(chosen);
  const unknown = chosen.filter(key => steps.every(step => step.key !== key));
  const taken = steps.filter(step => isGiven(step) || asked.has(step.key));
  const counts = choices.flatMap(({ key, title, atLeast, atMost }) => {
    const count = taken.filter(({ choice }) => choice === key).length;
    if (count >= atLeast && count <= atMost) return [];
    const range = atLeast === atMost ? `${atLeast}` : `${atLeast} to ${atMost}`;
    const among = steps.filter(({ choice }) => choice === key).map(step => step.key);
    return [`Choose ${range} for ${title}, of ${among.join(', ')}`];
  });
  const problems = [
    ...unknown.map(key => `The bundle has no step ${key.slice(0, 100)}; take it out`),
    ...counts,
    ...(taken.length === 0 ? ['Choose at least one step'] : []),
  ];
  return problems.length > 0
    ? { ok: false, fields: problems.slice(0, 20).map(remedy => ({ field: 'steps', remedy })) }
    : { ok: true, steps: taken };
}

/** The options of a member: values of the bundle's own options, or values of its own. */
export function memberOptions(
  { options }: BundleStep,
  bundle: Readonly<Record<string, Json>>,
): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, source]) => {
      if ('value' in source) return [[name, source.value]];
      const given = Object.hasOwn(bundle, source.from) ? bundle[source.from] : undefined;
      return given === undefined ? [] : [[name, given]];
    }),
  );
}
