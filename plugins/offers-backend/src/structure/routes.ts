import { Handlers } from '../api/route';
import { Context } from '../context';
import { catalogues, categories, categoryTree, views, wholeStructure } from './structure';

/** Routes of the structure: what the catalogue is made of. */
export const structureRoutes = (
  ctx: Context,
): Handlers<'catalogues' | 'categoryTree' | 'views' | 'readStructure' | 'categories'> => ({
  catalogues: ({ actor, query }) => catalogues(ctx, actor, query),
  categoryTree: ({ actor, query }) => categoryTree(ctx, actor, query),
  views: ({ actor, query }) => views(ctx, actor, query),
  readStructure: ({ actor, query }) => wholeStructure(ctx, actor, query),
  categories: () => categories(ctx),
});
