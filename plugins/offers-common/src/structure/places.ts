import { isInAudience, Principals } from '../audience/audience';
import { Interaction } from '../interaction';
import { Placement, Structure } from './structure';
import { categoriesFoundIn, categoryOf, pathOf } from './tree';
import { View, ViewFilter } from './viewFilter';

/** What a view looks at in an offer and the version that it serves. @public */
export interface Placed {
  catalogue: string;
  category: string | undefined;
  interaction: Interaction;
  owner: string | undefined;
  provider: string | undefined;
  tags: readonly string[];
  entities: readonly string[];
}

/** An offer as its place is told: by the catalogue in which it was made, and what it has moved to since. @public */
export interface OfferToPlace {
  id: string;
  madeIn: string;
}

/** The catalogue that holds an offer. @public */
export function catalogueOf(
  { placements }: Pick<Structure, 'placements'>,
  { id, madeIn }: OfferToPlace,
): string {
  return placements.get(id)?.catalogue ?? madeIn;
}

/**
 * Where an offer is found with a version that names a category: where it was made, or moved to. A version that was
 * made for another catalogue names a category that is not there; it is found in the one that the move named.
 * @public
 */
export function placementOf(
  structure: Structure,
  offer: OfferToPlace,
  named: string | undefined,
): Placement {
  const moved = structure.placements.get(offer.id);
  if (!moved) return { catalogue: offer.madeIn, category: named };
  const own = named === undefined ? undefined : categoryOf(structure, named);
  return own?.catalogue === moved.catalogue ? { ...moved, category: named } : moved;
}

/** Where an offer belongs at an instant. @public */
export interface Places {
  catalogue: string;
  /** its category and those above it, the nearest first */
  categories: string[];
  /** every view that shows it to those who may see both */
  views: string[];
}

/** Tags are compared without case. @public */
export const tagKey = (tag: string): string => tag.toLowerCase();

/** Whether a view shows an offer, to those who may see both. @public */
export function isInView(structure: Structure, filter: ViewFilter, placed: Placed): boolean {
  const { catalogues, categories, interactions, tags, owners, providers, entities } = filter;
  const wanted = new Set(tags.map(tagKey));
  return (
    fits(catalogues, [placed.catalogue]) &&
    fits(categories.length > 0 ? categoriesFoundIn(structure, categories) : [], [
      placed.category,
    ]) &&
    fits(interactions, [placed.interaction]) &&
    fits(owners, [placed.owner]) &&
    fits(providers, [placed.provider]) &&
    fits([...wanted], placed.tags.map(tagKey)) &&
    fits(entities, placed.entities)
  );
}

/** One of the values is asked for; where nothing is, everything fits. */
function fits(asked: readonly string[], values: readonly (string | undefined)[]): boolean {
  return asked.length === 0 || values.some(value => value !== undefined && asked.includes(value));
}

/** The catalogue, the categories and the views that an offer belongs to. @public */
export function placesIn(structure: Structure, placed: Placed): Places {
  const category = placed.category && categoryOf(structure, placed.category);
  return {
    catalogue: placed.catalogue,
    categories: category ? pathOf(structure, category.name).map(({ name }) => name) : [],
    views: [...structure.views].flatMap(([name, { filter }]) =>
      isInView(structure, filter, placed) ? [name] : [],
    ),
  };
}

/** A view with its name. @public */
export interface NamedView extends View {
  name: string;
}

/** The views that a person may know of, by title. @public */
export function viewsFor({ views }: Structure, principals: Principals): NamedView[] {
  return [...views]
    .filter(([, { see }]) => isInAudience(see, principals))
    .map(([name, view]) => ({ ...view, name }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en') || (a.name < b.name ? -1 : 1));
}
