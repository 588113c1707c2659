import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editingGerman } from './german/editing';
import { everyoneGerman } from './german/everyone';
import { managerGerman } from './german/managers';

const GLOSSARY = join(__dirname, '../../../../docs/german.md');

/** What the rows of the glossary say not to use, as beginnings of words. */
function forbidden(): string[] {
  return readFileSync(GLOSSARY, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| '))
    .flatMap(line => line.split('|')[3]?.split(',') ?? [])
    .map(word => word.trim())
    .filter(word => /^\p{L}+$/u.test(word) && word !== 'not');
}

const german: Record<string, string> = { ...everyoneGerman, ...managerGerman, ...editingGerman };

it('German has one word for each thing of the domain', () => {
  const words = forbidden();
  expect(words.length).toBeGreaterThan(10);
  const other = new RegExp(`(?<!\\p{L})(${words.join('|')})`, 'iu');
  expect(Object.entries(german).filter(([, message]) => other.test(message))).toEqual([]);
});
