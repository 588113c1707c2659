import {
  CatalogueFilters,
  countsInTree,
  Facets,
  Structure,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { selectCounts } from './facetStore';
import { countsIn } from './KeptCounts';
import { searchFor } from './search';

/** How many offers that the person may see name each category. */
export async function countsByCategory(
  ctx: Context,
  actor: Actor,
  filters: Pick<CatalogueFilters, 'catalogue' | 'view' | 'at'>,
): Promise<Map<string, number>> {
  const search = await searchFor(ctx, actor, filters);
  const counts = new Map<string, number>();
  const found = await countsIn(ctx.db).of('offer', search, counted =>
    selectCounts(ctx.db.knex, counted, 'offer'),
  );
  for (const { value, count } of found) {
    if (value) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return counts;
}

/** The categories in which offers are found, each with how many choosing it would leave. */
export function categoryFacets(
  structure: Structure,
  counts: readonly [string, number][],
): Facets['categories'] {
  return [...countsInTree(structure, new Map(counts))]
    .map(([id, count]) => {
      const { title, parent } = structure.categories.get(id) ?? { title: id, parent: undefined };
      return { id, title, ...(parent ? { parent } : {}), count };
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
}
