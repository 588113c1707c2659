import { costOf, MOST_SAVED, renamed, searchOf, withSearch } from './searches';

const search = (name: string) => ({ name, search: `q=${name}` });

describe('saved searches', () => {
  it('are an address without its page and without what is compared', () => {
    expect(searchOf('?q=a&cursor=xyz&compare=1,2&sort=new')).toBe('q=a&sort=new');
  });

  it('replace the one of the same name, and say so before', () => {
    const saved = [search('a'), search('b')];
    expect(costOf(saved, 'a')).toEqual({ kind: 'replaces' });
    expect(withSearch(saved, { name: 'a', search: 'q=new' })).toEqual([
      search('b'),
      { name: 'a', search: 'q=new' },
    ]);
  });

  it('lose the oldest when there are too many, and say which before', () => {
    const saved = Array.from({ length: MOST_SAVED }, (_, index) => search(`s${index}`));
    expect(costOf(saved, 'one more')).toEqual({ kind: 'drops', name: 's0' });
    expect(costOf(saved.slice(1), 'one more')).toEqual({ kind: 'nothing' });
    const after = withSearch(saved, search('one more'));
    expect(after).toHaveLength(MOST_SAVED);
    expect(after[0]).toEqual(search('s1'));
  });

  it('keep their place under another name', () => {
    expect(renamed([search('a'), search('b')], 'a', 'c')).toEqual([
      { name: 'c', search: 'q=a' },
      search('b'),
    ]);
  });
});
