import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editingMessages } from './messages/editing';
import { everyoneMessages } from './messages/everyone';
import { managerMessages } from './messages/managers';

const SRC = join(__dirname, '..');

/** The code of the pages, without the messages themselves and without tests. */
const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$|^words.(messages|german)/.test(name))
  .map(name => readFileSync(join(SRC, name), 'utf8'))
  .join('\n');

const found = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, text = '']) => text);

/** What stands in quotation marks, and what words that are put together begin with. */
const whole = new Set(found(/['"`]([\w.-]+)['"`]/g));
const beginnings = [...new Set(found(/`([\w.-]+\.)\$\{/g))];

/** What the rules say is told by comparing sentences; `told.test.ts` holds that each of these is said. */
const isTold = (key: string) => key.startsWith('told.');

it('every message is said somewhere', () => {
  const messages = { ...everyoneMessages, ...managerMessages, ...editingMessages };
  const keys = Object.keys(messages).map(key => key.replace(/_(one|other)$/, ''));
  const isSaid = (key: string) =>
    whole.has(key) || isTold(key) || beginnings.some(beginning => key.startsWith(beginning));
  expect(keys.length).toBeGreaterThan(1_000);
  expect(keys.filter(key => !isSaid(key))).toEqual([]);
});
