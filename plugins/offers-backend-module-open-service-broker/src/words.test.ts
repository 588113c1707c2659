import fc from 'fast-check';
import { asMarkdown, cut, line, shortHash, slug } from './words';

// eslint-disable-next-line no-script-url -- what must never become a link
const SCRIPT = 'javascript:alert(1)';

/** Pinned, so that a failure comes again; fast-check prints it with the counter-example. */
const seed = 20261123;
const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('line', () => {
  test('is one line of clean text', () => {
    expect(line('  Amazon\u0000 RDS\r\n for\tMySQL\u202E ')).toBe('Amazon RDS for MySQL');
    expect(line('half \uD83D of a pair')).toBe('half of a pair');
    expect(line('🚀 whole')).toBe('🚀 whole');
  });

  test('holds neither control characters nor halves of characters, and is stable', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.string({ unit: fc.constantFrom('\0', '\uD83D', 'a', ' ') })),
        text => {
          expect(line(text)).not.toMatch(/[\p{Cc}\p{Cs}]/u);
          expect(line(line(text))).toBe(line(text));
        },
      ),
      { seed },
    );
  });
});

describe('cut', () => {
  test('leaves what fits, and shows that it cut the rest', () => {
    expect(cut('four', 4)).toBe('four');
    expect(cut('fours', 4)).toBe('fou…');
  });

  test('never makes longer, never halves a character', () => {
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }).map(line);
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, most) => {
        const short = cut(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short).not.toMatch(/\p{Cs}/u);
      }),
      { seed },
    );
  });
});

describe('asMarkdown', () => {
  test.each([
    ['a link', `[click](${SCRIPT})`, `\\[click\\](${SCRIPT})`],
    ['an image', '![x](https://a.example/x.png)', '!\\[x\\](https://a.example/x.png)'],
    ['HTML', '<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['an autolink', '<https://a.example>', '\\<https://a.example>'],
    ['a heading', '# Big', '\\# Big'],
    ['a quotation', '> said', '\\> said'],
    ['a list', '- one', '\\- one'],
    ['a numbered list', '1. one', '1\\. one'],
    ['a rule', '---', '\\---'],
    ['emphasis', '*a* _b_ ~~c~~ `d`', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\`'],
    ['an entity', '&lt;b&gt; R&D', '\\&lt;b\\&gt; R&D'],
    ['a name with an underscore', 'col_name data_type', 'col_name data_type'],
    ['indented code', 'first\n\n    code', 'first\n\ncode'],
    ['paragraphs', 'one\nline\r\n\r\n\r\ntwo', 'one line\n\ntwo'],
  ])('%s', (_, text, markdown) => expect(asMarkdown(text)).toBe(markdown));

  test('at most doubles the text, so that limits hold', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(asMarkdown(text).length).toBeLessThanOrEqual(2 * text.length);
      }),
      { seed },
    );
  });
});

describe('slug', () => {
  test.each([
    ['rdspostgresql', 'rdspostgresql'],
    ['Hash and Range — Table!', 'hash-and-range-table'],
    ['Café Größe', 'cafe-gro-e'],
    ['数据库', ''],
    ['--', ''],
  ])('%s', (text, expected) => expect(slug(text)).toBe(expected));
});

test('shortHash is the same for the same id, and part of a name', () => {
  expect(shortHash('a')).toBe(shortHash('a'));
  expect(shortHash('a')).toMatch(/^[0-9a-f]{8}$/);
  expect(shortHash('a')).not.toBe(shortHash('b'));
});
