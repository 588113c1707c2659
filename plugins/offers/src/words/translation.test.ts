import german from './german';
import { besideMessages } from './messages/beside';
import { catalogueMessages } from './messages/catalogue';
import { managerMessages } from './messages/managers';
import { editingMessages } from './messages/editing';
import { offerMessages } from './messages/offer';
import { shellMessages } from './messages/shell';
import { slackMessages } from './messages/slack';
import { termMessages } from './messages/terms';
import { timeMessages } from './messages/time';

const parts: Record<string, string>[] = [
  shellMessages,
  termMessages,
  catalogueMessages,
  managerMessages,
  offerMessages,
  timeMessages,
  besideMessages,
  editingMessages,
  slackMessages,
];
const english: Record<string, string> = Object.assign({}, ...parts);
const placeholders = (message: string) => (message.match(/\{\{[^}]+\}\}/g) ?? []).sort();

it('no two parts of the pages say different things by one key', () => {
  const keys = parts.flatMap(part => Object.keys(part));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

describe('the German words', () => {
  it('are all there, and none besides', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    expect(Object.values(german).filter(message => message.trim() === '')).toEqual([]);
  });

  it('hold what the English ones hold', () => {
    const unlike = Object.entries(german).filter(
      ([key, message]) => placeholders(message).join() !== placeholders(english[key] ?? '').join(),
    );
    expect(unlike).toEqual([]);
  });

  it('count in one and in many where the English does', () => {
    const counted = Object.keys(english).filter(key => key.endsWith('_one'));
    expect(counted.length).toBeGreaterThan(0);
    for (const key of counted) expect(english).toHaveProperty([key.replace(/_one$/, '_other')]);
  });
});
