import { inTreeOrder, nameFrom, refuseMove, treeWith, viewsWith, type Change } from './treeDraft';

const category = (name: string, parent?: string, catalogue = 'default') => ({
  name,
  title: name,
  description: '',
  catalogue,
  depth: parent ? 1 : 0,
  order: 0,
  ...(parent ? { parent } : {}),
});

const categories = [
  category('storage'),
  category('data'),
  category('sql', 'data'),
  category('other', undefined, 'second'),
];

const after = (...changes: Change[]) =>
  inTreeOrder(treeWith(categories, changes)).map(
    ({ name, depth }) => `${'>'.repeat(depth)}${name}`,
  );

describe('the tree of categories while it is changed', () => {
  it('stands in order, each before those below it', () => {
    expect(after()).toEqual(['data', '>sql', 'other', 'storage']);
  });

  it('is what its changes make of it, in their order', () => {
    expect(
      after(
        { kind: 'category-create', target: 'nosql', body: { title: 'NoSQL', parent: 'data' } },
        { kind: 'category-move', target: 'sql', body: { parent: 'storage' } },
        { kind: 'category-retire', target: 'other', body: {} },
      ),
    ).toEqual(['data', '>nosql', 'storage', '>sql']);
  });

  it('lets nothing move below itself, or into another catalogue', () => {
    const items = treeWith(categories, []);
    expect(refuseMove(items, 'data', 'sql')).toBe('structure.belowItself');
    expect(refuseMove(items, 'sql', 'other')).toBe('structure.otherCatalogue');
    expect(refuseMove(items, 'sql', 'data')).toBe('structure.isThere');
    expect(refuseMove(items, 'sql', undefined)).toBeUndefined();
  });

  it('makes a name of a title', () => {
    expect(nameFrom(' Größe & Zürich! ')).toBe('gro-e-zurich');
  });
});

it('views are what their changes make of them, each said to be changed', () => {
  const see = { allow: ['everyone'] };
  const views = viewsWith(
    [],
    [
      { kind: 'view-create', target: 'start', body: { title: 'Start', see } },
      { kind: 'view-create', target: 'old', body: { title: 'Old', see } },
      { kind: 'view-change', target: 'start', body: { filter: { tags: ['new'] } } },
      { kind: 'view-retire', target: 'old', body: {} },
    ],
  );
  expect(views).toEqual([
    expect.objectContaining({
      name: 'start',
      title: 'Start',
      filter: expect.objectContaining({ tags: ['new'], categories: [] }),
      see: { allow: ['everyone'], deny: [] },
      isChanged: true,
    }),
  ]);
});
