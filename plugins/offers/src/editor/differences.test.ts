import { differences } from './differences';

describe('the differences between two drafts', () => {
  it('names each field in which they differ, and nothing else', () => {
    const mine = {
      owner: 'a',
      content: { information: { title: 'Mine', tags: '' }, costs: [{ amount: '1' }] },
    };
    const theirs = {
      owner: 'a',
      content: { information: { title: 'Theirs', tags: null }, costs: [] },
    };
    expect(differences(mine, theirs)).toEqual([
      { field: 'content.information.title', mine: 'Mine', theirs: 'Theirs' },
      { field: 'content.costs.0.amount', mine: '1', theirs: '' },
    ]);
  });

  it('reads what is held as JSON text', () => {
    const of = (size: string) => ({
      content: { options: JSON.stringify({ fixed: { size, zone: 'a' } }) },
    });
    expect(differences(of('small'), of('large'))).toEqual([
      { field: 'content.options.fixed.size', mine: 'small', theirs: 'large' },
    ]);
    expect(differences({ text: '{ no JSON' }, {})).toMatchObject([{ mine: '{ no JSON' }]);
  });
});
