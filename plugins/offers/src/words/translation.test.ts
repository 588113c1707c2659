import { editingGerman } from './german/editing';
import { everyoneGerman } from './german/everyone';
import { managerGerman } from './german/managers';
import { editingMessages } from './messages/editing';
import { everyoneMessages } from './messages/everyone';
import { managerMessages } from './messages/managers';

const parts: Record<string, string>[] = [everyoneMessages, managerMessages, editingMessages];
const english: Record<string, string> = Object.assign({}, ...parts);
const german: Record<string, string> = {
  ...everyoneGerman,
  ...managerGerman,
  ...editingGerman,
};
/** What a language says of a code, which English has from whoever tells it; see `coded.ts`. */
const isOfCode = (key: string) => /\.said_/.test(key);

const placeholders = (message: string): string[] => (message.match(/\{\{[^}]+\}\}/g) ?? []).sort();

it('no two parts of the pages say different things by one key', () => {
  const keys = parts.flatMap(part => Object.keys(part));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

describe('the German words', () => {
  it('are all there, and none besides', () => {
    const own = Object.keys(german).filter(key => !isOfCode(key));
    expect(own.sort()).toEqual(Object.keys(english).sort());
    expect(Object.values(german).filter(message => message.trim() === '')).toEqual([]);
  });

  it('hold what the English ones hold', () => {
    const unlike = Object.entries(german).filter(([key, message]) => {
      const [own, wanted] = [placeholders(message), placeholders(english[key] ?? '')];
      // What the rules tell may hold a state as only English calls it: another language says it otherwise.
      return key.startsWith('told.')
        ? own.some(each => !wanted.includes(each))
        : !isOfCode(key) && own.join() !== wanted.join();
    });
    expect(unlike).toEqual([]);
  });

  it('count in one and in many where the English does', () => {
    const counted = Object.keys(english).filter(key => key.endsWith('_one'));
    expect(counted.length).toBeGreaterThan(0);
    for (const key of counted) expect(english).toHaveProperty([key.replace(/_one$/, '_other')]);
  });
});
