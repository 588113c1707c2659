import { Context, nowOf } from '../context';
import { Sweep } from '../sweeps/sweeps';
import { advance, markLinks, selectPosition, selectRefsAfter } from './store';

/** Entities that are asked for in one step. */
const BATCH = 200;

/**
 * Looks whether the entities that offers link to still exist, some at a time, round and round. Replicas take
 * steps in turn: who reads the same position asks the catalogue too, and only the first of them notes what it
 * answered. A link comes back by itself when its entity does.
 */
export async function checkLinks(
  ctx: Pick<Context, 'db' | 'clock' | 'directory'>,
  batch = BATCH,
): Promise<number> {
  const at = nowOf(ctx);
  const position = await selectPosition(ctx.db.knex);
  const refs = await selectRefsAfter(ctx.db.knex, { after: position.after, at, limit: batch });
  const missing = await ctx.directory.missing(refs);
  const gone = refs.filter(ref => missing.has(ref));
  const there = refs.filter(ref => !missing.has(ref));
  const after = refs.length < batch ? '' : (refs.at(-1) ?? '');
  return ctx.db.transaction(async tx => {
    if (!(await advance(tx, position, { after, at }))) return 0;
    await markLinks(tx, { gone, there, at });
    return gone.length;
  });
}

/** A catalogue of ten thousand linked entities is gone through in less than an hour. */
export const linkSweep: Sweep = { id: 'check-links', everySeconds: 60, run: checkLinks };
