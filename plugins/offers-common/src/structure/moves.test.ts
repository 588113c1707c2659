import { DatedChange, StructureChange, structureChangeSchema } from './changes';
import { structureChangeWords } from './changeWords';
import { structureCriteria } from './criteria';
import { faultsOfChanges } from './faults';
import { catalogueOf, placementOf } from './places';
import { byDate, structureAt, structureWith } from './structureAt';

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
  a('view-create', target, { title: target, ...body });

const base = [on('', category('data')), on('', category('databases', { parent: 'data' }))];
const remedies = (changes: DatedChange[], known: DatedChange[]) =>
  faultsOfChanges(known, changes).map(({ remedy }) => remedy);

describe('an offer that moves into another catalogue', () => {
  const id = '0ffe0000-0000-4000-8000-000000000001';
  const office = on(
    '',
    a('catalogue-create', 'office', { title: 'Office', owner: 'group:default/o' }),
  );
  const desks = on('', category('desks', { catalogue: 'office' }));
  const known = [...base, office, desks];
  const move = (catalogue: string, into: string) =>
    a('offer-move', id, { catalogue, category: into });
  const offer = { id, madeIn: 'default' };

  it('is in it from the instant of its plan on, half-open, and moves on and back', () => {
    const changes = byDate([
      on(MARCH, move('default', 'data')),
      on(NEW_YEAR, move('office', 'desks')),
      ...known,
    ]);
    const at = (instant: string) => catalogueOf(structureAt(changes, instant), offer);
    expect(
      ['2026-12-31T23:59:59.999Z', NEW_YEAR, '2027-02-28T23:59:59.999Z', MARCH].map(at),
    ).toEqual(['default', 'office', 'office', 'default']);
  });

  it('is found in the category of the move, unless its version names one of that catalogue', () => {
    const moved = structureWith(structureAt(known, ''), [
      category('chairs', { catalogue: 'office' }),
      move('office', 'desks'),
    ]);
    const found = (named: string | undefined) => placementOf(moved, offer, named).category;
    expect([found('databases'), found('chairs'), found(undefined), found('none')]).toEqual([
      'desks',
      'chairs',
      'desks',
      'desks',
    ]);
    expect(placementOf(structureAt(known, ''), offer, 'databases')).toEqual({
      catalogue: 'default',
      category: 'databases',
    });
  });

  it('[rule 7] is refused where there is no such catalogue or category then, by what comes first or later', () => {
    const moving = on(NEW_YEAR, move('office', 'desks'));
    expect(remedies([moving], known)).toEqual([]);
    expect(remedies([moving], base)).toEqual([expect.stringContaining('no catalogue office')]);
    expect(remedies([on(NEW_YEAR, move('office', 'data'))], known)).toEqual([
      expect.stringContaining('no category data in the catalogue office'),
    ]);
    const together = [...known, moving];
    expect(
      remedies([on('2026-12-30T00:00:00.000Z', a('category-retire', 'desks'))], together),
    ).toEqual([expect.stringContaining('no category desks')]);
    expect(remedies([on(MARCH, a('category-retire', 'desks'))], together)).toEqual([]);
  });

  it('[rule 7] moves once at an instant, by one plan', () => {
    const one = on(NEW_YEAR, move('office', 'desks'), 'one');
    expect(remedies([one, one], known)).toEqual([expect.stringContaining('move twice')]);
    expect(remedies([{ ...one, planId: 'two' }], [...known, one])).toEqual([
      expect.stringContaining('move twice'),
      expect.stringContaining('same instant'),
    ]);
  });

  it('is said in words, with the views that gain and lose it, and what stands in its way', () => {
    const before = structureWith(structureAt(known, ''), [
      view('all-desks', {
        filter: { catalogues: ['office'] },
        see: { allow: ['group:default/o'] },
      }),
    ]);
    const placed = { interaction: 'provision', owner: undefined, provider: undefined } as const;
    const about = {
      ...offer,
      title: 'Standing desk',
      category: 'databases',
      placed: { ...placed, tags: [], entities: [] },
      obstacle: undefined,
    };
    const change = move('office', 'desks');
    const moved = new Map([[id, about]]);
    const after = structureWith(before, [change]);
    const lines = structureChangeWords(change, { before, after, moved }, undefined);
    expect(lines.map(({ label, before: was, after: is }) => [label, was, is])).toEqual([
      ['Move of the offer Standing desk: catalogue', 'Catalogue', 'Office'],
      ['Move of the offer Standing desk: category', 'data › databases', 'desks'],
      [
        'Move of the offer Standing desk: views that show it',
        undefined,
        'all-desks (group:default/o)',
      ],
    ]);
    const facts = { from: NEW_YEAR, changes: [change], faults: [], clashes: [], left: new Map() };
    const stopped = new Map([[id, { ...about, obstacle: 'Too late.' }]]);
    expect(structureCriteria({ ...facts, sides: { before, after, moved: stopped } })).toEqual([
      expect.objectContaining({ state: 'missing', field: 'changes.0', remedy: 'Too late.' }),
    ]);
  });
});
