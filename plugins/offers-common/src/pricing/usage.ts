/** What is expected to be used in a month, by unit; of a step of a bundle also as `step/unit`. @public */
export type Estimates = Readonly<Record<string, string>>;

/** What is expected of a unit at a step, or of what is quoted itself; undefined without an estimate. */
export type Used = (unit: string, step: string | undefined) => string | undefined;

/** Estimates as each charge finds them, and the units whose estimate no part could tell for its own. */
export interface UsedIn {
  used: Used;
  shared: readonly string[];
}

/**
 * Whose use an estimate is: of a unit that one part alone is charged by, that part's; of one that several parts are
 * charged by, that of the offer itself, and a step's is told as `step/unit`. So nothing counts twice.
 *
 * @param ask - asks for every unit that is charged, as the quote does
 */
export function usedIn(usage: Estimates, ask: (used: Used) => unknown): UsedIn {
  const places = new Map<string, Set<string>>();
  ask((unit, step = '') => {
    places.set(unit, (places.get(unit) ?? new Set()).add(step));
    return undefined;
  });
  const of = (key: string) => (Object.hasOwn(usage, key) ? usage[key] : undefined);
  const isShared = (unit: string) => (places.get(unit)?.size ?? 0) > 1;
  const used: Used = (unit, step) => {
    if (step === undefined) return of(unit);
    return of(`${step}/${unit}`) ?? (isShared(unit) ? undefined : of(unit));
  };
  const isTold = (unit: string) =>
    [...(places.get(unit) ?? [])].every(step => used(unit, step || undefined));
  return {
    used,
    shared: Object.keys(usage).filter(unit => isShared(unit) && !isTold(unit)),
  };
}

/** What is said of a unit whose estimate no part could tell for its own. */
export function sharedNote(unit: string): string {
  return `Several parts are charged by ${unit}: estimate it for each of them.`;
}
