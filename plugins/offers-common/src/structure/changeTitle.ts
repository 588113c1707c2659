import { StructureChange } from './changes';
import { partOf } from './faults';
import { OfferToPlace, Placed } from './places';
import { Placement, Structure } from './structure';

/** An offer that a plan moves, as it would be then. @public */
export interface MovedOffer extends OfferToPlace {
  title: string;
  /** the category that its version names */
  category: string | undefined;
  /** what views look at besides its place; undefined: it has no content yet */
  placed: Omit<Placed, keyof Placement> | undefined;
  /** what stands in the way of the move, as a sentence that says what to do */
  obstacle: string | undefined;
}

const titles: Readonly<Record<StructureChange['kind'], string>> = {
  'catalogue-create': 'New catalogue',
  'catalogue-change': 'Change of the catalogue',
  'catalogue-retire': 'End of the catalogue',
  'category-create': 'New category',
  'category-change': 'Change of the category',
  'category-move': 'Move of the category',
  'category-retire': 'End of the category',
  'view-create': 'New view',
  'view-change': 'Change of the view',
  'view-retire': 'End of the view',
  'offer-move': 'Move of the offer',
};

/** The structure without some changes and with them, and the offers that they move, by id. @public */
export interface StructureSides {
  before: Structure;
  after: Structure;
  moved: ReadonlyMap<string, MovedOffer>;
}

/**
 * What a change is called.
 * @param sides - where the title of what is changed is looked up; by its name, or its id, without it
 * @public
 */
export function changeTitle(
  change: Pick<StructureChange, 'kind' | 'target'>,
  sides?: StructureSides,
): string {
  return `${titles[change.kind]} ${(sides && titleOf(change, sides)) ?? change.target}`;
}

/** What people call what is changed: as it is called before the change, or by then. */
function titleOf(
  change: Pick<StructureChange, 'kind' | 'target'>,
  { before, after, moved }: StructureSides,
): string | undefined {
  const { target } = change;
  if (change.kind === 'offer-move') return moved.get(target)?.title;
  const named = ({ catalogues, categories, views }: Structure) =>
    ({ catalogue: catalogues, category: categories, view: views, offer: undefined })[
      partOf(change)
    ]?.get(target)?.title;
  return named(before) ?? named(after);
}

/**
 * What a plan is called that brings changes of the structure alone; undefined for none.
 * @public
 */
export function changesTitle(
  changes: readonly Pick<StructureChange, 'kind' | 'target'>[],
): string | undefined {
  const [first, ...more] = changes;
  if (!first) return undefined;
  // An offer is known here by its id alone.
  const title = first.kind === 'offer-move' ? 'Move of an offer' : changeTitle(first);
  return more.length > 0 ? `${title} and ${more.length} more` : title;
}
