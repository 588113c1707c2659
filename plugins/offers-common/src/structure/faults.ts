import { isEmptyAudience } from '../audience/audience';
import { formatInstant } from '../instantWords';
import { DatedChange, StructureChange } from './changes';
import { Category, DEFAULT_CATALOGUE, Structure } from './structure';
import { byDate, structureTurns } from './structureAt';
import { categoryOf, DEEPEST_CATEGORY, pathOf } from './tree';

/** What a part of the structure is. @public */
export type StructurePart = 'catalogue' | 'category' | 'view' | 'offer';

/** Why a structure would not be sound from an instant on. @public */
export interface StructureFault {
  at: string;
  part: StructurePart;
  /** name of the catalogue, category or view that is not sound, or id of the offer */
  name: string;
  remedy: string;
}

/** Which part a change changes. @public */
export function partOf({ kind }: Pick<StructureChange, 'kind'>): StructurePart {
  if (kind === 'offer-move') return 'offer';
  if (kind.startsWith('view')) return 'view';
  return kind.startsWith('catalogue') ? 'catalogue' : 'category';
}

/**
 * Everything that is not sound in a structure, at each instant at which it changes from one on; empty when it is sound
 * for all of time. Changes of one instant take effect together: a category can move away in the same plan that retires what it
 * was in.
 *
 * @param changes - by date; those of one date in the order in which they take effect
 * @public
 */
export function structureFaults(changes: readonly DatedChange[], since = ''): StructureFault[] {
  return structureTurns(changes, since).flatMap(({ at, before, structure, changes: own }) =>
    [
      ...own.flatMap(({ change }, index) => changeFault(before, own.slice(0, index), change)),
      ...own.flatMap(({ change }, index) => moveFaults(structure, own.slice(0, index), change)),
      ...contradictions(own),
      ...unsoundIn(structure),
    ].map(fault => ({ ...fault, at })),
  );
}

/**
 * What further changes would make unsound, now or later: what was unsound before them is not theirs. Also a change
 * that is to come and could not take effect any more is told (rule 7). The same fault is told once, with the first
 * instant.
 *
 * @param known - what is released, by date
 * @param further - of one date or several
 * @public
 */
export function faultsOfChanges(
  known: readonly DatedChange[],
  further: readonly DatedChange[],
): StructureFault[] {
  const since = further.map(({ from }) => from).sort()[0];
  if (since === undefined) return [];
  const had = new Set(structureFaults(known, since).map(faultKey));
  const together = byDate([...known, ...further]);
  const first = new Map<string, StructureFault>();
  for (const fault of structureFaults(together, since)) {
    const key = faultKey(fault);
    if (!had.has(key) && !first.has(key)) first.set(key, fault);
  }
  return [...first.values()];
}

function faultKey({ part, name, remedy }: StructureFault): string {
  return JSON.stringify([part, name, remedy]);
}

/** A fault as a sentence that says when, where that is not at once. @public */
export function faultWords({ at, remedy }: StructureFault, from: string): string {
  return at <= from ? remedy : `From ${formatInstant(at, 'UTC')}: ${remedy}`;
}

type Found = Omit<StructureFault, 'at'>;

/** A thing is made once while it is there, and only what is there can be changed. */
function changeFault(
  before: Structure,
  earlier: readonly DatedChange[],
  change: StructureChange,
): Found[] {
  const { kind, target: name } = change;
  const part = partOf(change);
  if (part === 'offer') return [];
  const known = isThere(before, earlier, part, name);
  const fault = (remedy: string) => [{ part, name, remedy }];
  if (kind === 'catalogue-retire' && name === DEFAULT_CATALOGUE) {
    return fault('The first catalogue stays: offers are in it unless told.');
  }
  if (kind.endsWith('-create')) {
    return known
      ? fault(`There is a ${part} ${name} already; choose another name, or change that one.`)
      : [];
  }
  return known ? [] : fault(`There is no ${part} ${name} then; create it first, or name another.`);
}

/** What an offer moves into has to be there when it moves, be it by the same plan. */
function moveFaults(
  structure: Structure,
  earlier: readonly DatedChange[],
  change: StructureChange,
): Found[] {
  if (change.kind !== 'offer-move') return [];
  const { catalogue, category } = change.body;
  const fault = (remedy: string): Found[] => [{ part: 'offer', name: change.target, remedy }];
  if (
    earlier.some(each => partOf(each.change) === 'offer' && each.change.target === change.target)
  ) {
    return fault('It would move twice at that instant; keep one of the moves.');
  }
  if (!structure.catalogues.has(catalogue)) {
    return fault(`There is no catalogue ${catalogue} then; create it first, or name another.`);
  }
  return structure.categories.get(category)?.catalogue === catalogue
    ? []
    : fault(`There is no category ${category} in the catalogue ${catalogue} then; name another.`);
}

function isThere(
  before: Structure,
  earlier: readonly DatedChange[],
  part: Exclude<StructurePart, 'offer'>,
  name: string,
): boolean {
  const held = {
    catalogue: before.catalogues,
    category: before.categories,
    view: before.views,
  }[part].has(name);
  return earlier
    .map(({ change }) => change)
    .filter(change => change.target === name && partOf(change) === part)
    .reduce((there, { kind }) => {
      if (kind.endsWith('-create')) return true;
      return kind.endsWith('-retire') ? false : there;
    }, held);
}

/** Two plans that say another thing of one field from one instant on: which of them holds, nobody could tell. */
function contradictions(changes: readonly DatedChange[]): Found[] {
  return changes.flatMap(({ change, planId }, index) => {
    const other = changes
      .slice(0, index)
      .find(each => each.planId !== planId && isContrary(each.change, change));
    return other
      ? [
          {
            part: partOf(change),
            name: change.target,
            remedy: `Two plans change the ${partOf(change)} ${change.target} at the same instant; choose another date, or bring it in one plan.`,
          },
        ]
      : [];
  });
}

function isContrary(one: StructureChange, other: StructureChange): boolean {
  if (one.target !== other.target || partOf(one) !== partOf(other)) return false;
  const fields = new Set(Object.keys(one.body));
  const retires = one.kind.endsWith('-retire') || other.kind.endsWith('-retire');
  return retires || Object.keys(other.body).some(field => fields.has(field));
}

/** What is not sound in a structure as it stands. */
function unsoundIn(structure: Structure): Found[] {
  return [
    ...[...structure.categories.values()].flatMap(category => categoryFaults(structure, category)),
    ...[...structure.successors].flatMap(([name, into]) => successorFaults(structure, name, into)),
    ...[...structure.views].flatMap(([name]) => viewFaults(structure, name)),
  ];
}

const namesOf = (path: readonly Category[]) => path.map(({ name }) => name).join(' in ');

function categoryFaults(structure: Structure, category: Category): Found[] {
  const { name, parent, catalogue } = category;
  const fault = (remedy: string): Found[] => [{ part: 'category', name, remedy }];
  if (!structure.catalogues.has(catalogue)) {
    return fault(`The category ${name} is in the catalogue ${catalogue}, which is not there.`);
  }
  if (parent === undefined) return [];
  const above = structure.categories.get(parent);
  if (!above) {
    return fault(
      `The category ${name} is in the category ${parent}, which is not there: move it, or keep ${parent}.`,
    );
  }
  if (above.catalogue !== catalogue) {
    return fault(`The categories ${name} and ${parent} are in different catalogues.`);
  }
  const path = pathOf(structure, name);
  if (path.at(-1)?.parent !== undefined && path.some(each => each.name === path.at(-1)?.parent)) {
    return fault(`The category ${name} would be in itself: ${namesOf(path)}. Move it elsewhere.`);
  }
  return path.length > DEEPEST_CATEGORY
    ? fault(
        `The category ${name} would stand ${path.length} deep, and ${DEEPEST_CATEGORY} is the deepest.`,
      )
    : [];
}

function successorFaults(structure: Structure, name: string, into: string): Found[] {
  return categoryOf(structure, into)
    ? []
    : [
        {
          part: 'category',
          name,
          remedy: `The offers of the category ${name} go into ${into}, which is not there.`,
        },
      ];
}

function viewFaults(structure: Structure, name: string): Found[] {
  const view = structure.views.get(name);
  if (!view) return [];
  const { catalogues, categories } = view.filter;
  const gone = [
    ...catalogues.filter(each => !structure.catalogues.has(each)),
    ...categories.filter(each => !categoryOf(structure, each)),
  ];
  const fault = (remedy: string): Found => ({ part: 'view', name, remedy });
  return [
    ...(gone.length > 0
      ? [fault(`The view ${name} shows what is not there: ${gone.join(', ')}. Change the view.`)]
      : []),
    ...(isEmptyAudience(view.see)
      ? [fault(`Name the groups or people that may see the view ${name}, or everyone.`)]
      : []),
  ];
}
