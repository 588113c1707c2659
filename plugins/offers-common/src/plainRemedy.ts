import { z } from 'zod';

/** How zod begins what it says by itself: where a schema brought no words of its own. */
const OWN_WORDS = /^(Invalid|Too (big|small):|Unrecognized)/;

const IN_ITS_FORM = 'Give it in the form that the documentation of the API names';

const KINDS: Readonly<Record<string, string>> = {
  string: 'Give a text',
  number: 'Give a number',
  int: 'Give a whole number',
  boolean: 'Say true or false',
  array: 'Give a list',
};

/**
 * What to do about a field, in words for people: those of its schema, or, where it has none, what the fault asks for.
 * Zod's own speak of types and patterns, to whoever wrote the schema.
 */
export function plainRemedy(issue: z.core.$ZodIssue): string {
  if (!OWN_WORDS.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? 'Give the fields that belong here';
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? oneOf(issue.options)
        : IN_ITS_FORM;
    case 'too_small':
      return atLeast(issue);
    case 'too_big':
      return atMost(issue);
    default:
      return IN_ITS_FORM;
  }
}

function oneOf(values: readonly unknown[]): string {
  return `Give one of ${values.join(', ')}`;
}

function atLeast({ origin, minimum, inclusive = true }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string')
    return minimum === 1 ? 'Give a text' : `Give at least ${minimum} characters`;
  if (origin === 'array') return `Name at least ${minimum}`;
  return inclusive ? `Give ${minimum} or more` : `Give more than ${minimum}`;
}

function atMost({ origin, maximum, inclusive = true }: z.core.$ZodIssueTooBig): string {
  if (origin === 'string') return `Give at most ${maximum} characters`;
  if (origin === 'array') return `Name at most ${maximum}`;
  return inclusive ? `Give ${maximum} or less` : `Give less than ${maximum}`;
}
