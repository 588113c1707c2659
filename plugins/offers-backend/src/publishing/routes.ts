import { Handlers } from '../api/route';
import { Context } from '../context';
import { previewRelease, releasePlan } from './release';

/** Routes of the release of plans. */
export const publishingRoutes = (ctx: Context): Handlers<'previewRelease' | 'releasePlan'> => ({
  previewRelease: ({ actor, params }) => previewRelease(ctx, actor, params.id),
  releasePlan: ({ actor, params, body, key }) =>
    releasePlan(ctx, actor, params.id, body.contentHash, key),
});
