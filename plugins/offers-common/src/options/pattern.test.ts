import fc from 'fast-check';
import { patternFault } from './pattern';

/** Pinned, so that a failure comes again; fast-check prints it with the counter-example. */
const seed = 20261123;

/** Long enough that a bad pattern would never end, with an end that matches nothing. */
const texts = ['a'.repeat(200), 'ab'.repeat(100), ' a1-'.repeat(50)].map(text => `${text}\u0001`);

describe('patterns that may stand', () => {
  test.each([
    '^[a-zA-Z][a-zA-Z0-9-]*$',
    '[\\w\\.-]+',
    '^(?!^mysql$)(?!^performance_schema$)[a-zA-Z0-9]*$',
    '^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\.){3}([0-9]|[1-9][0-9])$',
    '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
    '^(https?://)?(www\\.)?[a-z.]+$',
    '^(dev|test|prod)-[a-z]{3,20}$',
    '^\\d{4}-\\d{2}-\\d{2}$',
    '^[(*+]+\\)$',
    '^\\p{L}{1,40}$',
    '',
  ])('%s', pattern => expect(patternFault(pattern)).toBeUndefined());
});

describe('patterns that are refused', () => {
  test.each([
    ['a repetition of a repetition', '^(a+)+$'],
    ['the same, a group further in', '^((a)*)*$'],
    ['the same, hidden beside something optional', '^((a+)b?)+$'],
    ['the same, in a lazy and named coat', '^(?<all>(?:a*?)b?)*?$'],
    ['the same, counted', '^(a{1,30}){1,30}$'],
    ['a repeated choice', '^(a|a)*$'],
    ['a choice repeated an exact number of times', '^(a|aa){40}$'],
    ['an optional part repeated an exact number of times', '^(a?){30}a{30}$'],
    ['a long row of optional parts', `^${'a?'.repeat(40)}${'a'.repeat(40)}$`],
    ['a row of repetitions', '^a*a*a*a*a*a*$'],
    ['a row of repetitions that may begin anywhere', 'a*a*a*a*b'],
    ['a back-reference', '^(a*)\\1$'],
    ['a named back-reference', '^(?<x>a*)\\k<x>$'],
    ['more than 300 characters', 'a'.repeat(301)],
    ['no regular expression', '(a'],
  ])('%s', (_, pattern) => expect(patternFault(pattern)).toMatch(/; |write it/));
});

test('whatever may stand matches in bounded time', () => {
  const part = fc.constantFrom('a', 'b', '[ab]', '\\w', '.', '(?:', '(', ')', '|', '*', '+', '?');
  const counted = fc.constantFrom('{2}', '{0,3}', '{2,}', '{1,40}', '*?', '^', '$', '-');
  const pattern = fc
    .array(fc.oneof(part, counted), { maxLength: 30 })
    .map(parts => parts.join(''))
    .filter(text => patternFault(text) === undefined);
  fc.assert(
    fc.property(pattern, accepted => {
      const began = performance.now();
      for (const text of texts) new RegExp(accepted, 'u').test(text);
      expect(performance.now() - began).toBeLessThan(5_000);
    }),
    { seed, numRuns: 2_000 },
  );
});
