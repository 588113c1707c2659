import { cut, escape, inline, lines, mrkdwn, plain, readersDate, refWords } from './text';

describe('Text for Slack', () => {
  it('escapes the three control characters and nothing else', () => {
    expect(escape('<!channel> & "<@U1>"')).toBe('&lt;!channel&gt; &amp; "&lt;@U1&gt;"');
  });

  it.each([
    ['*bold*', '∗bold∗'],
    ['_slanted_', '＿slanted＿'],
    ['~struck~', '∼struck∼'],
    ['`code`', 'ˋcodeˋ'],
    ['aws_rds_mysql', 'aws_rds_mysql'],
    ['> quoted', '&gt; quoted'],
    ['two\nlines', 'two lines'],
  ])('shows a mark of formatting as it is: %s', (typed, shown) => {
    expect(inline(typed)).toBe(shown);
  });

  it('cuts between what readers take for characters, never inside one', () => {
    expect(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 21)).toBe('👨‍👩‍👧‍👦…');
    expect(cut('🏳️‍🌈🏳️‍🌈', 11)).toBe('🏳️‍🌈…');
    expect(cut('👩‍💻👩‍💻👩‍💻', 6)).toBe('👩‍💻…');
    expect(cut('😀😀😀', 4)).toBe('😀…');
    expect(cut('short', 5)).toBe('short');
  });

  it('keeps within the limit when entities make the text longer, and never cuts one', () => {
    const { text } = plain('&'.repeat(5000), 3000);
    expect(text.length).toBeLessThanOrEqual(3000);
    expect(text).toMatch(/^(&amp;)+…$/);
  });

  it('cuts no entity and no markup of its own lines either', () => {
    expect(mrkdwn('abc &amp; d', 8).text).toBe('abc …');
    expect(mrkdwn('on <!date^1^{time}|noon> and later', 20).text).toBe('on …');
    expect(mrkdwn('whole', 5).text).toBe('whole');
  });

  it('gives Slack something where a text is empty', () => {
    expect(plain('   ').text).toBe('–');
    expect(plain('\u202e').text).toBe('–');
  });

  it('leaves out whole lines and says how many', () => {
    const all = Array.from({ length: 100 }, (_, index) => `line ${index}`);
    expect(lines(all, 30)).toBe('line 0\nline 1\nline 2\nline 3\n_… and 96 more: see the portal_');
  });

  it("draws dates in the reader's zone, with UTC where that cannot be", () => {
    expect(readersDate('2026-12-01T08:00:00.000Z')).toBe(
      '<!date^1796112000^{date_short_pretty}, {time}|1 Dec 2026, 08:00 UTC>',
    );
    expect(readersDate('<!channel>')).toBe('&lt;!channel&gt;');
  });

  it('says references as people do', () => {
    expect(refWords('group:default/engineers')).toBe('engineers');
    expect(refWords('user:partners/otto')).toBe('partners/otto');
    expect(refWords('everyone')).toBe('everyone');
  });
});

it('takes out marks that would turn our own words around', () => {
  expect(escape('a\u202eb\u2066c\u2069d\u202c')).toBe('abcd');
});
