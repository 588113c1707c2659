import type { Facets } from '@offerdesk/backstage-plugin-offers-common';
import type { FacetValue } from './FacetChoice';

type Category = Facets['categories'][number];

/** The chosen category and all that it lies below, from it to the top. */
function pathTo(categories: readonly Category[], chosen: string | undefined): string[] {
  const byId = new Map(categories.map(category => [category.id, category]));
  const path: string[] = [];
  for (let id = chosen; id !== undefined && !path.includes(id); id = byId.get(id)?.parent) {
    path.push(id);
  }
  return path;
}

/**
 * The categories in sight: those at the top, and what lies directly below each on the way to the chosen one, so that who chooses one
 * sees what they can choose next.
 */
export function categoriesInSight(
  categories: readonly Category[],
  chosen: string | undefined,
): FacetValue[] {
  const known = new Set(categories.map(({ id }) => id));
  const open = new Set(pathTo(categories, chosen));
  const below = (parent: string | undefined, depth: number): FacetValue[] =>
    categories
      // One whose parent shows nothing to this reader stands at the top.
      .filter(each => (each.parent && known.has(each.parent) ? each.parent : undefined) === parent)
      .flatMap(({ id, title, count }) => [
        { id, label: title, count, depth },
        ...(open.has(id) ? below(id, depth + 1) : []),
      ]);
  return below(undefined, 0);
}
