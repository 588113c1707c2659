import { refuseUnusable } from './shape';

const isRefused = (text: string): boolean => {
  try {
    refuseUnusable(text, 'text');
    return false;
  } catch {
    return true;
  }
};

describe('what cannot be used', () => {
  it.each([
    ['body', { content: { title: 'a\u0000' } }, 'content.title'],
    ['body', { body: 'a\u0000' }, 'body'],
    ['body', 'a\u0000', 'body'],
    ['query', { q: 'a\u0000' }, 'query.q'],
  ])('is named as the schemas of the %s name it (%#)', (root, value, field) => {
    expect(() => refuseUnusable(value, root)).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ field })] }),
    );
  });
});

describe('characters that no database keeps', () => {
  it('are the control characters but tab and line ends, and halves of a character', () => {
    const kept = new Set(['\t', '\n', '\r']);
    const wrong = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      character => {
        const isUnusable = /[\p{Cc}\p{Cs}]/u.test(character) && !kept.has(character);
        return isRefused(`a${character}b`) !== isUnusable;
      },
    );
    expect(wrong).toEqual([]);
    expect(isRefused('whole: 🙂')).toBe(false);
  });
});
