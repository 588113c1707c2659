import { stepsFault, type Bundle } from '@offerdesk/backstage-plugin-offers-common';

type Step = Bundle['steps'][number];

/** A bundle before it has members. */
export const noBundle: Bundle = { steps: [], choices: [], price: { rule: 'sum' } };

function isBundle(value: unknown): value is Bundle {
  return (
    typeof value === 'object' && value !== null && 'steps' in value && Array.isArray(value.steps)
  );
}

/** The bundle of the form, which holds it as JSON text; undefined where the offer is none. */
export function readBundle(text: string): Bundle | undefined {
  if (text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isBundle(value) ? { ...noBundle, ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** The text that the form holds for a bundle. */
export function bundleText(bundle: Bundle | undefined): string {
  return bundle && bundle.steps.length > 0 ? JSON.stringify(bundle) : '';
}

/** A key for a member, from its offer's name, that no other step has. */
export function keyFor(name: string, steps: readonly Step[]): string {
  const base = name.slice(0, 34).replace(/-+$/, '') || 'step';
  const taken = new Set(steps.map(({ key }) => key));
  let [key, count] = [base, 2];
  while (taken.has(key)) key = `${base}-${count++}`;
  return key;
}

/** A bundle with one more member. */
export function withMember(bundle: Bundle, offer: { id: string; name: string }): Bundle {
  const step: Step = {
    key: keyFor(offer.name, bundle.steps),
    offerId: offer.id,
    quantity: 1,
    after: [],
    options: {},
    optional: false,
    onFailure: 'undo',
  };
  return { ...bundle, steps: [...bundle.steps, step] };
}

/** A bundle without a member, and without what waited for it. */
export function withoutMember(bundle: Bundle, key: string): Bundle {
  return {
    ...bundle,
    steps: bundle.steps
      .filter(step => step.key !== key)
      .map(step => ({ ...step, after: step.after.filter(other => other !== key) })),
  };
}

/** A bundle with a member changed. */
export function withStep(bundle: Bundle, key: string, change: Partial<Step>): Bundle {
  return {
    ...bundle,
    steps: bundle.steps.map(step => (step.key === key ? { ...step, ...change } : step)),
  };
}

/** What came of drawing that one step waits for another. */
export type Drawn = { ok: true; bundle: Bundle } | { ok: false; reason: string };

/**
 * Lets a step wait for another; a circle is refused as it is drawn (rule 8).
 * @param titleOf - what a step is called where it is refused
 */
export function draw(
  bundle: Bundle,
  key: string,
  waitsFor: string,
  titleOf: (key: string) => string,
): Drawn {
  if (key === waitsFor) return { ok: false, reason: 'A step cannot wait for itself.' };
  const step = bundle.steps.find(other => other.key === key);
  if (!step || step.after.includes(waitsFor)) return { ok: true, bundle };
  const next = withStep(bundle, key, { after: [...step.after, waitsFor] });
  const fault = stepsFault(next.steps, titleOf);
  return fault ? { ok: false, reason: fault } : { ok: true, bundle: next };
}

/** Lets a step wait for another no more. */
export function erase(bundle: Bundle, key: string, waitsFor: string): Bundle {
  const step = bundle.steps.find(other => other.key === key);
  return withStep(bundle, key, {
    after: (step?.after ?? []).filter(other => other !== waitsFor),
  });
}

/** A bundle with a step moved among the others, as they are listed. */
export function moveStep(bundle: Bundle, key: string, to: number): Bundle {
  const step = bundle.steps.find(other => other.key === key);
  if (!step) return bundle;
  const rest = bundle.steps.filter(other => other.key !== key);
  return { ...bundle, steps: [...rest.slice(0, to), step, ...rest.slice(to)] };
}

/** A key for a choice that no other one has. */
export function choiceKey(choices: Bundle['choices']): string {
  const taken = new Set(choices.map(({ key }) => key));
  let count = choices.length + 1;
  while (taken.has(`choice-${count}`)) count += 1;
  return `choice-${count}`;
}
