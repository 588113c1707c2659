import { Handlers } from '../api/route';
import { Context } from '../context';
import { sourceDrift } from './drift';
import { importSource, latestImport, listSources } from './sources';

/** Routes of sources and imports. */
export const sourceRoutes = (
  ctx: Context,
): Handlers<'listSources' | 'importSource' | 'latestImport' | 'sourceDrift'> => ({
  listSources: ({ actor }) => listSources(ctx, actor),
  importSource: ({ actor, params, key }) => importSource(ctx, actor, params.id, key),
  latestImport: ({ actor, params }) => latestImport(ctx, actor, params.id),
  sourceDrift: ({ actor, params }) => sourceDrift(ctx, actor, params.id),
});
