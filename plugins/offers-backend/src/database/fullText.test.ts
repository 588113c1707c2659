import { foldedWords } from './fullText';

describe('the words of a text', () => {
  it.each([
    'Managed PostgreSQL (v15.2): "sql", under_scored & dash-ed\n\ttwice',
    `long ${'x1'.repeat(80)} end`,
    '',
    '... --- ...',
    'ALL CAPITALS 2 3.7.1',
  ])('are the same in English alone as beside words of other languages: %s', text => {
    expect(foldedWords(`${text} é`)).toEqual([...foldedWords(text), 'e']);
  });

  it('are cut at sixty characters, of whatever script', () => {
    expect(foldedWords(`${'x'.repeat(70)} ${'ж'.repeat(70)}`)).toEqual([
      'x'.repeat(60),
      'ж'.repeat(60),
    ]);
  });
});
