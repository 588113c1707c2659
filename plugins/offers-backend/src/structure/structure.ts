import {
  Catalogues,
  Categories,
  CategoryTree,
  CategoryTreeQuery,
  countsInTree,
  Structure,
  treeOf,
  Views,
  viewsFor,
  WholeStructure,
} from '@offerdesk/backstage-plugin-offers-common';
import { countsByCategory } from '../catalogue/counting';
import { Actor, Context, nowOf } from '../context';
import { Refusal } from '../refusal';
import { changesKnown, structureKnown } from './reading';

/** The catalogues that there are, by title. */
export async function catalogues(
  ctx: Context,
  actor: Actor,
  { at }: { at?: string | undefined },
): Promise<Catalogues> {
  return { items: cataloguesIn(await structureFor(ctx, actor, at)) };
}

/** The category tree; a count tells of no offer that the person may not see (rule 1). */
export async function categoryTree(
  ctx: Context,
  actor: Actor,
  { catalogue, view, at }: CategoryTreeQuery,
): Promise<CategoryTree> {
  const structure = await structureFor(ctx, actor, at);
  const counts = await countsByCategory(ctx, actor, { catalogue, view, at });
  const sums = countsInTree(structure, counts);
  return {
    items: categoriesIn(structure, catalogue).map(({ order: _order, ...category }) => ({
      ...category,
      count: sums.get(category.name) ?? 0,
    })),
  };
}

/** The views that the person may know of; of the others nothing is said (rule 1). */
export async function views(
  ctx: Context,
  actor: Actor,
  { at }: { at?: string | undefined },
): Promise<Views> {
  const structure = await structureFor(ctx, actor, at);
  return {
    items: viewsFor(structure, actor.principals).map(({ name, title, description, sort }) => ({
      name,
      title,
      description,
      sort,
    })),
  };
}

/** The categories that there are now, as the editor and the filter of the portal choose from them. */
export async function categories(ctx: Context): Promise<Categories> {
  return {
    items: treeOf(await structureKnown(ctx)).map(
      ({ category: { name, title, parent, catalogue } }) => ({
        id: name,
        title,
        ...(parent ? { parent } : {}),
        catalogue,
      }),
    ),
  };
}

/**
 * Everything, with the audiences of views, for those who read every offer.
 * @throws Refusal `not-allowed`
 */
export async function wholeStructure(
  ctx: Context,
  actor: Actor,
  asked: { at?: string | undefined },
): Promise<WholeStructure> {
  if (!actor.can.has('readAll')) throw new Refusal('not-allowed');
  const at = asked.at ?? nowOf(ctx);
  const structure = await structureKnown(ctx, { at });
  const changes = await changesKnown(ctx);
  return {
    at,
    catalogues: cataloguesIn(structure),
    categories: categoriesIn(structure),
    views: [...structure.views].map(([name, view]) => ({ ...view, name })).sort(byTitle),
    coming: changes
      .filter(({ from }) => from > at)
      .map(({ from, planId, change }) => ({ from, ...(planId ? { planId } : {}), change })),
  };
}

/** @throws Refusal `not-allowed` when somebody asks for another instant who may not read every offer */
async function structureFor(
  ctx: Context,
  actor: Actor,
  at: string | undefined,
): Promise<Structure> {
  if (at !== undefined && !actor.can.has('readAll')) throw new Refusal('not-allowed');
  return structureKnown(ctx, at ? { at } : {});
}

function cataloguesIn(structure: Structure): Catalogues['items'] {
  return [...structure.catalogues.values()]
    .map(({ owner, ...catalogue }) => ({ ...catalogue, ...(owner ? { owner } : {}) }))
    .sort(byTitle);
}

function categoriesIn(structure: Structure, catalogue?: string) {
  return treeOf(structure, catalogue).map(({ category: { parent, ...category }, depth }) => ({
    ...category,
    ...(parent ? { parent } : {}),
    depth,
  }));
}

function byTitle(a: { title: string; name: string }, b: { title: string; name: string }): number {
  return a.title.localeCompare(b.title, 'en') || (a.name < b.name ? -1 : 1);
}
