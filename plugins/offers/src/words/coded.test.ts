import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemTable, slackErrorCodes } from '@offerdesk/backstage-plugin-offers-common';
import { englishT, germanT } from '../__testUtils__/translators';
import { codedIn } from './coded';

const BACKEND = join(__dirname, '../../../offers-backend/src');

/** Every action that the backend writes out in its source. */
function loggedActions(): string[] {
  const files = readdirSync(BACKEND, { recursive: true, encoding: 'utf8' }).filter(
    name => /\.ts$/.test(name) && !/\.test\.ts$|__testUtils__/.test(name),
  );
  const found = files.flatMap(name =>
    [...readFileSync(join(BACKEND, name), 'utf8').matchAll(/action: '([a-z-]+\.[a-z-]+)'/g)].map(
      ([, action = '']) => action,
    ),
  );
  return [...new Set(found)].sort();
}

const SAID = 'As it was said.';

describe('what a code means', () => {
  it('is said in English as it was told', () => {
    expect(codedIn(englishT(), 'problem.said', 'not-found', SAID)).toBe(SAID);
  });

  it('stays as it was told where nobody knows the code', () => {
    expect(codedIn(germanT(), 'slackError.said', 'code_of_tomorrow', SAID)).toBe(SAID);
  });

  it.each([
    ['problem.said', Object.keys(problemTable)],
    ['slackError.said', slackErrorCodes],
    ['audit.said', loggedActions()],
  ] as const)('has German words for each: %s', (key, codes) => {
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter(code => codedIn(germanT(), key, code, SAID) === SAID)).toEqual([]);
  });
});
