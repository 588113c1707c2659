import { diffWords } from './diff';

const marked = (pieces: { text: string; isChanged: boolean }[]) =>
  pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');

describe('two texts side by side', () => {
  it('are marked where a word differs', () => {
    const { before, after } = diffWords('120.00 EUR a month', '140.00 EUR a month');
    expect(marked(before)).toBe('[120.00] EUR a month');
    expect(marked(after)).toBe('[140.00] EUR a month');
  });

  it('keep what was only added or taken away to one side', () => {
    const { before, after } = diffWords('engineers', 'engineers, testers');
    expect(marked(before)).toBe('[engineers]');
    expect(marked(after)).toBe('[engineers, testers]');
    expect(marked(diffWords('a b', 'a').before)).toBe('a[ b]');
    expect(marked(diffWords('', 'new').after)).toBe('[new]');
  });

  it('give back both texts whole, whatever they are', () => {
    const [a, b] = ['one two  three\nfour', 'two three five four six'];
    const { before, after } = diffWords(a, b);
    expect(before.map(({ text }) => text).join('')).toBe(a);
    expect(after.map(({ text }) => text).join('')).toBe(b);
  });

  it('do not compare word by word what is too long', () => {
    const long = 'word '.repeat(1_000);
    expect(diffWords(long, `${long}more`).before).toEqual([{ text: long, isChanged: true }]);
  });
});
