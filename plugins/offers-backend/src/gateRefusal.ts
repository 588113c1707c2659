import { Criterion, Gate, isBlocking } from '@offerdesk/backstage-plugin-offers-common';
import { Refusal } from './refusal';

/**
 * The refusal that names every criterion that some gates miss, with its field and remedy; undefined
 * when they are all met.
 *
 * @param words - the sentence for the criteria that are missing
 */
export function gateRefusal(
  gates: readonly Gate[],
  words: (missing: readonly Criterion[]) => string,
): Refusal | undefined {
  const missing = gates.flatMap(({ criteria }) => criteria).filter(isBlocking);
  if (missing.length === 0) return undefined;
  return new Refusal('gate-not-met', {
    message: words(missing),
    fields: missing.map(({ id, field, remedy }) => ({ field: field ?? id, remedy: remedy ?? '' })),
  });
}

/** The titles of criteria within a sentence. */
export function titlesOf(criteria: readonly Criterion[]): string {
  return criteria.map(({ title }) => title.toLowerCase()).join(', ');
}
