import {
  CatalogueFilters,
  Facets,
  FacetsQuery,
  interactionSchema,
  listedStateSchema,
  Structure,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { structureKnown } from '../structure/reading';
import { instantOf } from '../structure/scope';
import { categoryFacets } from './counting';
import { searchFor } from './search';
import { CountKind, selectCounts, ValueCount } from './facetStore';
import { countsIn } from './KeptCounts';

/** How many offers that the person may see each filter value has. */
export async function facets(
  ctx: Context,
  actor: Actor,
  { of = [], ...filters }: FacetsQuery,
): Promise<Facets> {
  const search = await searchFor(ctx, actor, filters satisfies CatalogueFilters);
  const countsOf = (kind: CountKind) =>
    countsIn(ctx.db).of(kind, search, counted => selectCounts(ctx.db.knex, counted, kind));
  const counts = await countsOf('offer');
  const extra = async (kind: 'owner' | 'provider') =>
    byCount(sumBy(await countsOf(kind), ({ value }) => value));
  const structure = await structureKnown(ctx, instantOf(actor, filters.at));
  return {
    ...facetsOf(counts, structure),
    ...(of.includes('owners') ? { owners: await extra('owner') } : {}),
    ...(of.includes('providers') ? { providers: await extra('provider') } : {}),
  };
}

type CountedFacets = Pick<Facets, 'total' | 'categories' | 'interactions' | 'states'>;

/** What was made of counts, which are the same list for as long as they are kept. */
const made = new WeakMap<readonly ValueCount[], { structure: Structure; counted: CountedFacets }>();

function facetsOf(counts: readonly ValueCount[], structure: Structure): CountedFacets {
  const known = made.get(counts);
  if (known?.structure === structure) return known.counted;
  const counted = {
    total: counts.reduce((total, { count }) => total + count, 0),
    categories: categoryFacets(
      structure,
      sumBy(counts, ({ value }) => value),
    ),
    interactions: sumBy(counts, ({ interaction }) => interaction).map(([id, count]) => ({
      id: interactionSchema.parse(id),
      count,
    })),
    states: sumBy(counts, ({ state }) => state).map(([id, count]) => ({
      id: listedStateSchema.parse(id),
      count,
    })),
  };
  made.set(counts, { structure, counted });
  return counted;
}

/** The sums by a value; what has none is left out. */
function sumBy(
  counts: readonly ValueCount[],
  valueOf: (count: ValueCount) => string | undefined,
): [string, number][] {
  const sums = new Map<string, number>();
  for (const count of counts) {
    const value = valueOf(count);
    if (value) sums.set(value, (sums.get(value) ?? 0) + count.count);
  }
  return [...sums].filter(([, count]) => count > 0);
}

function byCount(sums: readonly [string, number][]) {
  return sums
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
