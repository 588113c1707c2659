import { AskedStep, neededIn, peopleAsked } from './asked';

/** A step that the people who were asked cannot fulfil. @public */
export interface Unfillable {
  step: string;
  title: string;
  needed: number;
  /** how many people without a part in the change it has */
  people: number;
  /** whether there are enough people, were they not needed in other steps too: each counts once */
  shared: boolean;
}

/**
 * The first step that could never be met, because too few people are left without those who had a part
 * in the change; or because the steps need the same people, and one person counts once (rule 4).
 * Each needed approval looks for a person of its own, who may move on to make room (a matching).
 * @public
 */
export function unfillableStep(
  steps: readonly AskedStep[],
  excluded: readonly string[],
): Unfillable | undefined {
  const seatOfPerson = new Map<string, readonly string[]>();
  for (const step of steps) {
    const people = peopleAsked(step, excluded);
    const needed = neededIn(step, excluded);
    const found = people.length >= needed && fill(people, needed, seatOfPerson);
    if (!found) {
      const { id, title } = step;
      return { step: id, title, needed, people: people.length, shared: people.length >= needed };
    }
  }
  return undefined;
}

/** Gives each needed approval a person, moving others where that makes room. */
function fill(
  people: readonly string[],
  needed: number,
  taken: Map<string, readonly string[]>,
): boolean {
  for (let seat = 0; seat < needed; seat += 1) {
    if (!place(people, taken, new Set())) return false;
  }
  return true;
}

function place(
  people: readonly string[],
  taken: Map<string, readonly string[]>,
  tried: Set<string>,
): boolean {
  for (const person of people) {
    if (tried.has(person)) continue;
    tried.add(person);
    const holder = taken.get(person);
    if (holder === undefined || place(holder, taken, tried)) {
      taken.set(person, people);
      return true;
    }
  }
  return false;
}
