import {
  OffersProblem,
  problemTable,
  type FieldProblem,
} from '@offerdesk/backstage-plugin-offers-common';
import type { T } from '../words/useWords';
import { codedIn } from '../words/coded';
import { toldIn } from '../words/told';

/** Whether the backend says that there is nothing that this person can see, or that the subject's id or name can be none. */
export function isNotFound(error: Error | null): boolean {
  return error instanceof OffersProblem && (error.status === 404 || isMistyped(error));
}

/** Asking again does not help, and whoever asked wrote no more than an address. */
function isMistyped({ status, fields }: OffersProblem): boolean {
  const about = fields.map(({ field }) => field);
  return (
    status === 400 && about.length > 0 && about.every(name => name === 'id' || name === 'name')
  );
}

/** Refusals of what was asked: the same is refused again. */
const REFUSALS = [400, 403, 404];

/** Whether the same could be answered otherwise when it is asked again. */
export function mayBeAskedAgain(error: Error): boolean {
  return !(error instanceof OffersProblem && REFUSALS.includes(error.status));
}

/** Whether somebody else changed the thing after it was read. */
export function isConflict(error: Error | null): boolean {
  return error instanceof OffersProblem && error.code === 'conflict';
}

/**
 * A refusal in the reader's language: what its code means, or what the backend says beyond that, as far as its words
 * are known.
 */
export function refusalIn(t: T, said: string): string {
  const code = Object.entries(problemTable).find(([, [, sentence]]) => sentence === said)?.[0];
  return code === undefined ? toldIn(t, said) : codedIn(t, 'problem.said', code, said);
}

/** Whether something before the backend answered in its place: it is starting, stopping or gone. */
function isSilent(error: Error): error is OffersProblem {
  return error instanceof OffersProblem && error.code === undefined && error.status >= 500;
}

/** A failure as a sentence with what to do: the backend's refusal, or that there was no answer of it. */
export function sentenceOf(t: T, error: Error): string {
  if (isSilent(error)) return t('parts.silent', { status: String(error.status) });
  return error instanceof OffersProblem ? refusalIn(t, error.message) : t('parts.unreachable');
}

/** What to do about one field of a form, or about what is in it. */
export function remedyFor(t: T, error: Error | null, name: string): string | undefined {
  return fieldsOf(t, error).find(({ field }) => field === name || field.startsWith(`${name}.`))
    ?.remedy;
}

/** The fields that a refusal names, each with what to do in the reader's language; none when it is about the whole. */
export function fieldsOf(t: T, error: Error | null): readonly FieldProblem[] {
  const fields = error instanceof OffersProblem ? error.fields : [];
  return fields.map(({ field, remedy }) => ({ field, remedy: toldIn(t, remedy) }));
}
