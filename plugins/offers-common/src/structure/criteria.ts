import { Criterion, criterion } from '../gates/gate';
import { EVERYONE, isMachine } from '../refs';
import { changeTitle, StructureSides } from './changeTitle';
import { StructureChange } from './changes';
import { faultWords, partOf, StructureFault } from './faults';
import { Structure } from './structure';
import { pathOf } from './tree';

/** What the gate of a plan knows of the structure changes that it brings. @public */
export interface StructureFacts {
  /** the instant at which they take effect */
  from: string;
  changes: readonly StructureChange[];
  /** what they would make unsound, beside what is released */
  faults: readonly StructureFault[];
  /** what they would make unsound beside plans that were asked for before, with the title of such a plan */
  clashes: readonly (StructureFault & { plan: string })[];
  /** offers that are in a category, or a catalogue, which a change retires, after the plan: titles, some of them */
  left: ReadonlyMap<string, readonly string[]>;
  /** what the changes change */
  sides: StructureSides;
}

/** What the Define gate asks of the structure changes of a plan. @public */
export function structureCriteria(facts: StructureFacts): Criterion[] {
  const { changes, from } = facts;
  const words = (fault: StructureFault) => faultWords(fault, from);
  const own = changes.map((change, index) => {
    const faults = facts.faults.filter(fault => isAbout(fault, change)).map(words);
    const left = facts.left.get(leftKey(change)) ?? [];
    const obstacle = facts.sides.moved.get(change.target)?.obstacle;
    const remedies = [
      ...new Set(faults),
      ...(left.length > 0 ? [leftWords(change, left)] : []),
      ...(obstacle === undefined ? [] : [obstacle]),
    ];
    return criterion('structure', changeTitle(change, facts.sides), remedies.length === 0, {
      remedy: remedies.join(' '),
      field: `changes.${index}`,
    });
  });
  const others = facts.faults.filter(fault => !changes.some(change => isAbout(fault, change)));
  const clash = facts.clashes[0];
  return [
    ...own,
    ...(others.length > 0
      ? [
          criterion('structure', 'The rest of the structure stays sound', false, {
            remedy: [...new Set(others.map(words))].join(' '),
            field: 'changes',
          }),
        ]
      : []),
    ...(clash
      ? [
          criterion('structure-clash', 'Agrees with the other plans', false, {
            remedy: `The plan “${clash.plan}” was asked for before: ${words(clash)}`,
            field: 'changes',
          }),
        ]
      : []),
  ];
}

/** By what the offers that a change leaves behind are known. @public */
export function leftKey(change: Pick<StructureChange, 'kind' | 'target'>): string {
  return `${partOf(change)} ${change.target}`;
}

function isAbout({ part, name }: StructureFault, change: StructureChange): boolean {
  return part === partOf(change) && name === change.target;
}

function leftWords(change: StructureChange, left: readonly string[]): string {
  const part = partOf(change);
  const shown = left.slice(0, 5).join(', ');
  const more = left.length > 5 ? ' and others' : '';
  const way =
    part === 'category'
      ? 'say into which category they go, or bring their next versions in this plan'
      : 'end them first, or move them into another catalogue in this plan';
  return `There would still be offers in the ${part} ${change.target}: ${shown}${more}; ${way}.`;
}

/** The categories that a version of a catalogue may name at an instant: all that are there. @public */
export function categoryNames({ categories }: Structure, catalogue: string): string[] {
  return [...categories.values()].flatMap(each =>
    each.catalogue === catalogue ? [each.name] : [],
  );
}

/** The title of a category with those above it, the highest first. @public */
export function categoryTitle(structure: Structure, name: string): string {
  return pathOf(structure, name)
    .map(({ title }) => title)
    .reverse()
    .join(' › ');
}

/** Every software-catalogue reference of a change, with the field that holds it (rule 14). @public */
export function referencesOfChange(change: StructureChange): { ref: string; field: string }[] {
  const at = (field: string, refs: readonly string[] = []) =>
    refs
      .filter(ref => ref !== EVERYONE && !isMachine(ref))
      .map(ref => ({ ref, field: `body.${field}` }));
  switch (change.kind) {
    case 'catalogue-create':
    case 'catalogue-change':
      return at('owner', change.body.owner ? [change.body.owner] : []);
    case 'view-create':
    case 'view-change': {
      const { filter, see } = change.body;
      return [
        ...at('see', [...(see?.allow ?? []), ...(see?.deny ?? [])]),
        ...at('filter.owners', filter?.owners),
        ...at('filter.entities', filter?.entities),
      ];
    }
    default:
      return [];
  }
}

/** What a release asks of the references of structure changes (rule 14). @public */
export function structureReferenceCriteria(
  changes: readonly StructureChange[],
  unresolved: ReadonlySet<string>,
): Criterion[] {
  return changes.flatMap((change, index) => {
    const gone = referencesOfChange(change).filter(({ ref }) => unresolved.has(ref));
    const [first] = gone;
    return first
      ? [
          criterion('references', `References of: ${changeTitle(change)}`, false, {
            remedy: `Not found in the software catalogue: ${gone.map(({ ref }) => ref).join(', ')}. Register them, or take them out.`,
            field: `changes.${index}.${first.field}`,
          }),
        ]
      : [];
  });
}
