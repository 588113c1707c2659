import { changesTitle } from './changeTitle';
import { DatedChange, StructureChange, structureChangeSchema } from './changes';
import { structureChangeWords } from './changeWords';
import {
  leftKey,
  referencesOfChange,
  structureCriteria,
  structureReferenceCriteria,
} from './criteria';
import { faultsOfChanges, faultWords, structureFaults } from './faults';
import { isInView, Placed, placesIn, viewsFor } from './places';
import { byDate, structureAt, structureWith } from './structureAt';
import { categoriesFoundIn, treeOf } from './tree';
import { viewFilterSchema } from './viewFilter';

const NEW_YEAR = '2027-01-01T00:00:00.000Z';
const MARCH = '2027-03-01T00:00:00.000Z';

const a = (kind: string, target: string, body: object = {}): StructureChange =>
  structureChangeSchema.parse({ kind, target, body });
const on = (from: string, change: StructureChange, planId = `plan of ${from}`): DatedChange => ({
  change,
  from,
  planId,
});
const category = (target: string, body: object = {}) =>
  a('category-create', target, { title: target, ...body });
const view = (target: string, body: object = {}) =>
  a('view-create', target, { title: target, see: { allow: ['everyone'] }, ...body });

const base = [on('', category('data')), on('', category('databases', { parent: 'data' }))];
const remedies = (changes: DatedChange[], known = base) =>
  faultsOfChanges(known, changes).map(({ remedy }) => remedy);

describe('the structure at an instant', () => {
  it('is what every change that holds by then has made of it, half-open', () => {
    const changes = byDate([
      on(MARCH, a('category-change', 'data', { title: 'Later' })),
      on(NEW_YEAR, a('category-change', 'data', { title: 'Now', order: 7 })),
      ...base,
    ]);
    const dataAt = (at: string) => structureAt(changes, at).categories.get('data');
    expect(dataAt('2026-12-31T23:59:59.999Z')).toMatchObject({ title: 'data', order: 0 });
    expect(dataAt(NEW_YEAR)).toMatchObject({ title: 'Now', order: 7 });
    expect(dataAt(MARCH)).toMatchObject({ title: 'Later', order: 7 });
  });

  it('changes catalogues and views as well, and what is not there not at all', () => {
    const structure = structureWith(structureAt([], ''), [
      a('catalogue-create', 'office', { title: 'Office', owner: 'group:default/office' }),
      a('catalogue-change', 'office', { title: 'The office' }),
      a('catalogue-change', 'none', { title: 'None' }),
      view('all'),
      a('view-change', 'all', { sort: 'new', see: { allow: ['group:default/a'] } }),
      view('gone'),
      a('view-retire', 'gone'),
      a('category-move', 'none', { parent: null }),
    ]);
    expect([...structure.catalogues.keys()]).toEqual(['default', 'office']);
    expect(structure.catalogues.get('office')).toEqual({
      name: 'office',
      title: 'The office',
      description: '',
      owner: 'group:default/office',
    });
    expect([...structure.views.keys()]).toEqual(['all']);
    expect(structure.views.get('all')).toMatchObject({
      title: 'all',
      sort: 'new',
      see: { allow: ['group:default/a'], deny: [] },
    });
    expect([...structure.categories.keys()]).toEqual([]);
    const without = structureWith(structure, [a('catalogue-retire', 'office')]);
    expect([...without.catalogues.keys()]).toEqual(['default']);
  });

  it('reads the tree by order, then title, each before what is below it', () => {
    const structure = structureAt(
      [
        ...base,
        on('', category('z', { title: 'Almost first' })),
        on('', category('first', { order: 0, parent: 'databases' })),
        on('', category('last', { order: 3 })),
      ],
      '',
    );
    expect(treeOf(structure).map(({ category: { name }, depth }) => `${depth} ${name}`)).toEqual([
      '0 z',
      '0 data',
      '1 databases',
      '2 first',
      '0 last',
    ]);
  });

  it('finds the offers of a retired category where it went, and again in itself when it is back', () => {
    const changes = [
      ...base,
      on('', category('files')),
      on(NEW_YEAR, a('category-retire', 'databases', { into: 'files' })),
      on(MARCH, category('databases')),
    ];
    const found = (names: string[], at: string) =>
      categoriesFoundIn(structureAt(changes, at), names).sort();
    expect(found(['data'], '')).toEqual(['data', 'databases']);
    expect(found(['data'], NEW_YEAR)).toEqual(['data']);
    expect(found(['files'], NEW_YEAR)).toEqual(['databases', 'files']);
    expect(found(['databases'], NEW_YEAR)).toEqual(['databases', 'files']);
    expect(found(['files'], MARCH)).toEqual(['files']);
    expect(found(['databases'], MARCH)).toEqual(['databases']);
    expect(found(['never'], MARCH)).toEqual(['never']);
  });
});

describe('changes of the structure', () => {
  it('are refused where the structure would not be sound from their instant on', () => {
    const deep = ['1', '2', '3', '4'].map((name, index) =>
      on(NEW_YEAR, category(name, { parent: index === 0 ? 'databases' : String(index) })),
    );
    const one = (change: StructureChange) => remedies([on(NEW_YEAR, change)]);
    expect(remedies(deep)).toEqual([]);
    expect(remedies([...deep, on(NEW_YEAR, category('5', { parent: '4' }))])).toEqual([
      expect.stringContaining('7 deep'),
    ]);
    expect(one(a('category-move', 'data', { parent: 'databases' }))).toEqual([
      expect.stringContaining('in itself'),
      expect.stringContaining('in itself'),
    ]);
    expect(one(category('data'))).toEqual([expect.stringContaining('already')]);
    expect(one(category('x', { parent: 'none' }))).toEqual([expect.stringContaining('none')]);
    expect(one(category('x', { catalogue: 'none' }))).toEqual([expect.stringContaining('none')]);
    expect(one(a('category-change', 'none', { order: 1 }))).toHaveLength(1);
    expect(one(a('category-retire', 'data'))).toEqual([expect.stringContaining('databases')]);
    expect(one(a('category-retire', 'databases', { into: 'none' }))).toHaveLength(1);
    expect(one(a('catalogue-retire', 'default'))).not.toEqual([]);
    expect(one(view('v', { filter: { categories: ['none'], catalogues: ['nix'] } }))).toEqual([
      expect.stringContaining('nix, none'),
    ]);
    expect(
      one(view('v', { see: { allow: ['group:default/a'], deny: ['group:default/a'] } })),
    ).toEqual([expect.stringContaining('may see the view v')]);
    const office = a('catalogue-create', 'office', { title: 'Office', owner: 'group:default/o' });
    expect(
      remedies([
        on(NEW_YEAR, office),
        on(NEW_YEAR, category('x', { catalogue: 'office', parent: 'data' })),
      ]),
    ).toEqual([expect.stringContaining('different catalogues')]);
  });

  it('of one plan take effect together, in whatever order they are named', () => {
    const both = [
      a('category-retire', 'data'),
      a('category-move', 'databases', { parent: null }),
    ].map(change => on(NEW_YEAR, change));
    expect(remedies(both)).toEqual([]);
    expect(
      remedies([on(NEW_YEAR, a('category-retire', 'data')), on(NEW_YEAR, category('data'))]),
    ).toEqual([]);
  });

  it('[rule 7] are refused where a change to come would lose its ground, which says when', () => {
    const known = [...base, on(MARCH, category('graphs', { parent: 'databases' }))];
    const faults = faultsOfChanges(known, [on(NEW_YEAR, a('category-retire', 'databases'))]);
    expect(faults.map(fault => faultWords(fault, NEW_YEAR))).toEqual([
      expect.stringMatching(/^From 1 Mar 2027, 00:00 UTC: The category graphs/),
    ]);
    expect(structureFaults(known)).toEqual([]);
  });

  it('[rule 7] of two plans contradict each other at one instant, and not at two', () => {
    const rename = (title: string) => a('category-change', 'data', { title });
    const known = [...base, on(MARCH, rename('One'), 'one')];
    expect(remedies([on(MARCH, rename('Two'), 'two')], known)).toEqual([
      expect.stringContaining('same instant'),
    ]);
    expect(remedies([on(NEW_YEAR, rename('Two'), 'two')], known)).toEqual([]);
    expect(remedies([on(MARCH, a('category-change', 'data', { order: 3 }), 'two')], known)).toEqual(
      [],
    );
    expect(
      remedies(
        [on(MARCH, a('category-retire', 'databases'), 'two')],
        [...base, on(MARCH, a('category-change', 'databases', { order: 3 }), 'one')],
      ),
    ).toEqual([expect.stringContaining('same instant')]);
  });

  it('become criteria with the remedy, the field, and the plan that is in the way', () => {
    const retire = a('category-retire', 'databases');
    const fault = { at: NEW_YEAR, part: 'category', name: 'graphs', remedy: 'Move it.' } as const;
    const [before, moved] = [structureAt(base, NEW_YEAR), new Map()];
    const sides = { before, after: before, moved };
    const nothing = { faults: [], clashes: [], left: new Map(), sides };
    const facts = { from: NEW_YEAR, changes: [retire], ...nothing };
    expect(structureCriteria(facts)).toEqual([
      { id: 'structure', title: 'End of the category databases', state: 'met' },
    ]);
    const left = new Map([[leftKey(retire), ['A', 'B', 'C', 'D', 'E', 'F']]]);
    const criteria = structureCriteria({
      ...facts,
      faults: [fault],
      clashes: [{ ...fault, plan: 'Other' }],
      left,
    });
    expect(criteria).toEqual([
      expect.objectContaining({
        state: 'missing',
        field: 'changes.0',
        remedy: expect.stringContaining('A, B, C, D, E and others'),
      }),
      expect.objectContaining({ field: 'changes', remedy: 'Move it.' }),
      expect.objectContaining({ id: 'structure-clash', remedy: expect.stringContaining('Other') }),
    ]);
  });

  it('[rule 14] name what they refer to', () => {
    const change = view('v', {
      see: { allow: ['group:default/a', 'everyone', 'machine:external/x'] },
      filter: { owners: ['group:default/o'], entities: ['component:default/c'] },
    });
    expect(referencesOfChange(change)).toEqual([
      { ref: 'group:default/a', field: 'body.see' },
      { ref: 'group:default/o', field: 'body.filter.owners' },
      { ref: 'component:default/c', field: 'body.filter.entities' },
    ]);
    expect(referencesOfChange(category('x'))).toEqual([]);
    expect(referencesOfChange(a('catalogue-change', 'x', { owner: 'group:default/o' }))).toEqual([
      { ref: 'group:default/o', field: 'body.owner' },
    ]);
    expect(structureReferenceCriteria([change], new Set(['group:default/o']))).toMatchObject([
      { state: 'missing', field: 'changes.0.body.filter.owners' },
    ]);
    expect(structureReferenceCriteria([change], new Set())).toEqual([]);
  });

  it('are said in words: what becomes another, who gains or loses a view, and how many offers', () => {
    const before = structureWith(structureAt(base, ''), [
      view('v', { see: { allow: ['group:default/a'] }, filter: { tags: ['sql'] } }),
    ]);
    const said = (change: StructureChange, touched?: { before: number; after: number }) =>
      structureChangeWords(
        change,
        { before, after: structureWith(before, [change]), moved: new Map() },
        touched,
      ).map(({ label, before: was, after: is }) => [label.replace(/^.*: /, ''), was, is]);
    expect(
      said(a('view-change', 'v', { see: { allow: ['group:default/b'] } }), { before: 4, after: 4 }),
    ).toEqual([
      ['who may see it', 'group:default/a', 'group:default/b'],
      ['readers gained', undefined, 'group:default/b'],
      ['readers lost', undefined, 'group:default/a'],
      ['offers in it', '4', '4'],
    ]);
    expect(said(a('category-move', 'databases', { parent: null }))).toEqual([
      ['place', 'data › databases', 'databases'],
    ]);
    expect(said(a('category-change', 'databases', { title: 'Data stores' }))).toEqual([
      ['title', 'databases', 'Data stores'],
    ]);
    const many = [a('category-change', 'databases', { order: 1 }), a('view-retire', 'v')] as const;
    expect(changesTitle(many)).toBe('Change of the category databases and 1 more');
    expect(changesTitle([])).toBeUndefined();
    expect(said(a('view-retire', 'v'))).toContainEqual(['shows', 'tags: sql', undefined]);
    expect(
      said(a('catalogue-create', 'office', { title: 'Office', owner: 'group:default/o' })),
    ).toEqual([
      ['title', undefined, 'Office'],
      ['owner', undefined, 'group:default/o'],
    ]);
    expect(said(a('category-change', 'none', { order: 1 }))).toEqual([
      ['End of the category none', undefined, 'none'].map((word, index) =>
        index === 0 ? 'Change of the category none' : word,
      ),
    ]);
  });
});

describe('views', () => {
  const structure = structureAt(
    [...base, on('', view('data', { filter: { categories: ['data'], tags: ['SQL', 'nosql'] } }))],
    '',
  );
  const placed: Placed = {
    catalogue: 'default',
    category: 'databases',
    interaction: 'provision',
    owner: 'group:default/o',
    provider: 'Acme',
    tags: ['Sql'],
    entities: ['component:default/c'],
  };
  const shows = (filter: object, other: Partial<Placed> = {}) =>
    isInView(structure, viewFilterSchema.parse(filter), { ...placed, ...other });

  it('show what fits every field by one of its values', () => {
    expect(shows({})).toBe(true);
    expect(shows({ categories: ['data'] })).toBe(true);
    expect(shows({ categories: ['data'] }, { category: undefined })).toBe(false);
    expect(shows({ tags: ['nosql', 'SQL'] })).toBe(true);
    expect(shows({ tags: ['nosql'] })).toBe(false);
    expect(shows({ catalogues: ['office'] })).toBe(false);
    expect(shows({ interactions: ['support', 'provision'] })).toBe(true);
    expect(shows({ interactions: ['support'] })).toBe(false);
    expect(shows({ owners: ['group:default/x'] })).toBe(false);
    expect(shows({ owners: ['group:default/x'] }, { owner: undefined })).toBe(false);
    expect(shows({ providers: ['Acme'] })).toBe(true);
    expect(shows({ entities: ['component:default/d'] })).toBe(false);
    expect(
      shows({ entities: ['component:default/c'], tags: ['sql'], owners: ['group:default/o'] }),
    ).toBe(true);
  });

  it('tell where an offer belongs: its categories, the nearest first, and every view', () => {
    expect(placesIn(structure, placed)).toEqual({
      catalogue: 'default',
      categories: ['databases', 'data'],
      views: ['data'],
    });
    expect(placesIn(structure, { ...placed, category: undefined })).toEqual({
      catalogue: 'default',
      categories: [],
      views: [],
    });
  });

  it('[rule 1] are known to their audience, and deny wins', () => {
    const some = structureWith(structure, [
      view('board', { see: { allow: ['group:default/board'] } }),
      view('but', { see: { allow: ['everyone'], deny: ['group:default/board'] } }),
    ]);
    const of = (principals: string[]) => viewsFor(some, principals).map(({ name }) => name);
    expect(of(['group:default/board'])).toEqual(['board', 'data']);
    expect(of([])).toEqual(['but', 'data']);
  });
});
