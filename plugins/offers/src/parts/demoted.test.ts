import { demoted } from './demoted';

describe('headings of Markdown within a page', () => {
  it('stand below the heading of their part', () => {
    expect(demoted('# One\n\ntext\n## Two', 4)).toBe('##### One\n\ntext\n###### Two');
    expect(demoted('## Two\n### Three\n##### Five', 4)).toBe(
      '##### Two\n###### Three\n###### Five',
    );
  });

  it('are not found in code, nor where there is none', () => {
    const code = '```sh\n# a comment\n```\n#hashtag';
    expect(demoted(code, 4)).toBe(code);
    expect(demoted('~~~\n# a\n```\n# b\n~~~\n# c', 4)).toBe('~~~\n# a\n```\n# b\n~~~\n##### c');
  });
});
