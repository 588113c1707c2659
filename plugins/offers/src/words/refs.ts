import { EVERYONE } from '@offerdesk/backstage-plugin-offers-common';
import type { T } from './translation';

/** The form of a reference to an entity, as addresses and people write it; whether there is such an entity the backend says. */
export const REF_FORM = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;

/** The readable part of an entity ref: `payments-team` of `group:default/payments-team`. */
export function shortRef(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** What an entity is called, by its reference. */
export type NameOfRef = (ref: string) => string;

/** A reference within a sentence. */
const REFS = /\b[a-z]+:[\w.-]+\/[\w.-]*\w/gi;

/** The entities that sentences name, for who looks up what they are called. */
export function refsOf(sentences: readonly string[]): string[] {
  return [...new Set(sentences.join(' ').match(REFS) ?? [])];
}

/** A sentence with what its entities are called in the place of their references. */
export function named(sentence: string, nameOf: NameOfRef): string {
  return sentence.replace(REFS, nameOf);
}

/** A principal of an audience in words. */
export function principalIn(t: T, principal: string, nameOf: NameOfRef = shortRef): string {
  return principal === EVERYONE ? t('parts.everyone') : nameOf(principal);
}

/** Principals of an audience in one line; nothing where there are none. */
export function principalsIn(
  t: T,
  principals: readonly string[],
  nameOf: NameOfRef = shortRef,
): string {
  return principals.map(each => principalIn(t, each, nameOf)).join(', ');
}
