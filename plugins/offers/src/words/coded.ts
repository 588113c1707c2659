import type { T } from './translation';

/** What is told with a code, by which a language other than English knows what it means. */
type Coded = 'problem.said' | 'slackError.said' | 'audit.said' | 'change.said';

/**
 * What a code means, in the reader's language; in English, and where a language has no words for the code, as it was
 * said. English is not written down a second time, since whoever tells the code says it.
 *
 * @param said - in English
 */
export function codedIn(t: T, key: Coded, code: string, said: string): string {
  // A language has the words for a code as those for a context of the message, which the types know nothing of.
  return (t as (key: string, values: object) => string)(key, { context: code, said });
}
