import { DatedChange, StructureChange } from './changes';
import { Catalogue, Category, DEFAULT_CATALOGUE, Placement, Structure } from './structure';
import { View } from './viewFilter';

/** A structure while it is put together. */
interface Draft {
  catalogues: Map<string, Catalogue>;
  categories: Map<string, Category>;
  views: Map<string, View>;
  successors: Map<string, string>;
  placements: Map<string, Placement>;
}

/**
 * What the catalogue is made of at an instant: what every change that holds by then has made of it, in the order of
 * their dates. A change holds from its instant on. What changes something that is not there changes nothing, so this
 * has an answer whatever is stored.
 *
 * @param changes - by date; those of one date in the order in which they were released
 * @public
 */
export function structureAt(changes: readonly DatedChange[], at: string): Structure {
  const draft = nothingYet();
  for (const { change, from } of changes) {
    if (from > at) break;
    applyChange(draft, change);
  }
  return draft;
}

/**
 * What happens to a structure at one instant.
 * @public
 */
export interface StructureTurn {
  at: string;
  before: Structure;
  structure: Structure;
  changes: DatedChange[];
}

/**
 * What becomes of the structure at each instant from one on.
 *
 * @param changes - by date
 * @public
 */
export function structureTurns(changes: readonly DatedChange[], since: string): StructureTurn[] {
  const past = changes.filter(({ from }) => from < since);
  const coming = changes.slice(past.length);
  const instants = [...new Set(coming.map(({ from }) => from))];
  let before = structureAt(past, since);
  return instants.map(at => {
    const own = coming.filter(({ from }) => from === at);
    const structure = structureWith(
      before,
      own.map(({ change }) => change),
    );
    const turn = { at, before, structure, changes: own };
    before = structure;
    return turn;
  });
}

/** Changes by date; those of one date as they came. @public */
export function byDate(changes: readonly DatedChange[]): DatedChange[] {
  return [...changes].sort((a, b) => Number(a.from > b.from) - Number(a.from < b.from));
}

/** A structure with further changes, whatever their dates. @public */
export function structureWith(base: Structure, changes: readonly StructureChange[]): Structure {
  const draft: Draft = {
    catalogues: new Map(base.catalogues),
    categories: new Map(base.categories),
    views: new Map(base.views),
    successors: new Map(base.successors),
    placements: new Map(base.placements),
  };
  for (const change of changes) applyChange(draft, change);
  return draft;
}

function nothingYet(): Draft {
  const name = DEFAULT_CATALOGUE;
  const everything = { name, title: 'Catalogue', description: '', owner: undefined };
  return {
    catalogues: new Map([[name, everything]]),
    categories: new Map(),
    views: new Map(),
    successors: new Map(),
    placements: new Map(),
  };
}

function applyChange(draft: Draft, { kind, target, body }: StructureChange): void {
  const { catalogues, categories, views, successors, placements } = draft;
  switch (kind) {
    case 'catalogue-create':
      addTo(catalogues, target, { name: target, ...body });
      break;
    case 'catalogue-change':
      alter(catalogues, target, said(body));
      break;
    case 'catalogue-retire':
      catalogues.delete(target);
      break;
    case 'category-create':
      if (!categories.has(target)) successors.delete(target);
      addTo(categories, target, { ...body, name: target, parent: body.parent });
      break;
    case 'category-change':
      alter(categories, target, said(body));
      break;
    case 'category-move': {
      const { parent, ...rest } = body;
      alter(categories, target, { ...said(rest), parent: parent ?? undefined });
      break;
    }
    case 'category-retire':
      if (categories.delete(target) && body.into) successors.set(target, body.into);
      break;
    case 'view-create':
      addTo(views, target, body);
      break;
    case 'view-change':
      alter(views, target, said(body));
      break;
    case 'view-retire':
      views.delete(target);
      break;
    default:
      placements.set(target, body);
  }
}

function addTo<T>(map: Map<string, T>, name: string, value: T): void {
  if (!map.has(name)) map.set(name, value);
}

function alter<T extends object>(map: Map<string, T>, name: string, some: Partial<T>): void {
  const before = map.get(name);
  if (before) map.set(name, { ...before, ...some });
}

/** The fields that a change says; the others stay. */
function said<T extends object>(body: T): { [F in keyof T]?: Exclude<T[F], undefined> };
function said(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
