import fc from 'fast-check';
import { DatedChange, StructureChange } from './changes';
import { faultsOfChanges, structureFaults } from './faults';
import { byDate, structureAt } from './structureAt';
import { categoriesFoundIn, countsInTree, DEEPEST_CATEGORY, pathOf, treeOf } from './tree';

/** Pinned, so that a run can be repeated. */
const seed = 20261125;

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const name = fc.constantFrom(...names);
const parent = fc.option(name, { nil: undefined });

const change: fc.Arbitrary<StructureChange> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(name, parent).map(([target, above]) => create(target, above)) },
  {
    weight: 4,
    arbitrary: fc.tuple(name, fc.option(name)).map(([target, above]): StructureChange => ({
      kind: 'category-move',
      target,
      body: { parent: above },
    })),
  },
  fc.tuple(name, parent).map(([target, into]): StructureChange => ({
    kind: 'category-retire',
    target,
    body: { into },
  })),
  name.map((target): StructureChange => ({
    kind: 'category-change',
    target,
    body: { title: `Other ${target}` },
  })),
);

function create(target: string, above: string | undefined): StructureChange {
  const body = { title: target, description: '', catalogue: 'default', order: 0 };
  return { kind: 'category-create', target, body: { ...body, parent: above } };
}

const day = (number: number) => `2027-01-${String(number).padStart(2, '0')}T00:00:00.000Z`;

/** A plan: some changes of one instant. */
const plan = fc.record({
  at: fc.integer({ min: 1, max: 20 }).map(day),
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
});

const before = names.map(target => ({ change: create(target, undefined), from: '' }));

/** What is released of some plans that come one after the other: each that leaves the structure sound for all time. */
function released(plans: readonly { at: string; changes: StructureChange[] }[]): DatedChange[] {
  return plans.reduce<DatedChange[]>((known, { at, changes }, index) => {
    const own = changes.map(each => ({ change: each, from: at, planId: `plan-${index}` }));
    return faultsOfChanges(known, own).length === 0 ? byDate([...known, ...own]) : known;
  }, before);
}

describe('any plans, released in any order', () => {
  it('[rule 7] leave a sound tree at every instant: without a cycle, whole, and no deeper than it may be', () => {
    let kept = 0;
    fc.assert(
      fc.property(fc.array(plan, { minLength: 10, maxLength: 40 }), plans => {
        const known = released(plans);
        kept += known.length - before.length;
        expect(structureFaults(known)).toEqual([]);
        for (let number = 0; number <= 21; number += 1) {
          const structure = structureAt(known, day(number));
          const { categories } = structure;
          const tree = treeOf(structure);
          // What is in a cycle, or beneath nothing, would be in no tree.
          expect(tree.map(({ category }) => category.name).sort()).toEqual(
            [...categories.keys()].sort(),
          );
          for (const { category, depth } of tree) {
            expect(pathOf(structure, category.name)).toHaveLength(depth + 1);
            expect(depth).toBeLessThan(DEEPEST_CATEGORY);
          }
        }
      }),
      { seed, numRuns: 300 },
    );
    expect(kept).toBeGreaterThan(1_000);
  });

  it('[rule 7] make the same of the structure, whichever was released first', () => {
    fc.assert(
      fc.property(fc.array(plan, { minLength: 5, maxLength: 20 }), plans => {
        const known = released(plans);
        const [days, reversed] = [
          [...new Set(known.map(({ from }) => from))],
          byDate(
            [...new Set(known.map(({ from }) => from))]
              .reverse()
              .flatMap(from => known.filter(each => each.from === from)),
          ),
        ];
        for (const at of days) expect(structureAt(reversed, at)).toEqual(structureAt(known, at));
      }),
      { seed, numRuns: 200 },
    );
  });

  it('[rule 1] count in a category what is found in it', () => {
    fc.assert(
      fc.property(
        fc.array(plan, { minLength: 5, maxLength: 20 }),
        fc.array(fc.tuple(name, fc.integer({ min: 1, max: 9 })), { maxLength: 8 }),
        (plans, counted) => {
          const structure = structureAt(released(plans), day(21));
          const counts = new Map(counted);
          const sums = countsInTree(structure, counts);
          for (const each of names) {
            if (structure.successors.has(each)) continue;
            const found = categoriesFoundIn(structure, [each]);
            const sum = found.reduce((total, one) => total + (counts.get(one) ?? 0), 0);
            expect(sums.get(each) ?? 0).toBe(sum);
          }
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
