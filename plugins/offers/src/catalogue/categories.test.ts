import { categoriesInSight } from './categories';

const categories = [
  { id: 'data', title: 'Data', count: 5 },
  { id: 'databases', title: 'Databases', parent: 'data', count: 3 },
  { id: 'postgres', title: 'PostgreSQL', parent: 'databases', count: 2 },
  { id: 'queues', title: 'Queues', parent: 'data', count: 2 },
  { id: 'lost', title: 'Lost', parent: 'not-seen', count: 1 },
];

const shown = (chosen?: string) =>
  categoriesInSight(categories, chosen).map(({ id, depth }) => `${depth} ${id}`);

describe('the categories in sight', () => {
  it('are those at the top, also one whose parent is not seen', () => {
    expect(shown()).toEqual(['0 data', '0 lost']);
  });

  it('are unfolded along the way to the chosen one, with what lies below it', () => {
    expect(shown('databases')).toEqual([
      '0 data',
      '1 databases',
      '2 postgres',
      '1 queues',
      '0 lost',
    ]);
  });

  it('stay as they are when the chosen one is not known', () => {
    expect(shown('gone')).toEqual(shown());
  });
});
