import { csvOf } from './csv';

describe('a table as CSV', () => {
  it('quotes what would break a line, and ends each row', () => {
    expect(csvOf(['Plan', 'Days'], [['Prices, "new"', '2.5']])).toBe(
      'Plan,Days\r\n"Prices, ""new""",2.5\r\n',
    );
  });

  it('lets no text become a formula, and leaves numbers alone', () => {
    expect(csvOf(['a'], [['=1+1'], ['-x'], ['-2.5'], ['-2+cmd|x'], ['@me']])).toBe(
      "a\r\n'=1+1\r\n'-x\r\n-2.5\r\n'-2+cmd|x\r\n'@me\r\n",
    );
  });
});
