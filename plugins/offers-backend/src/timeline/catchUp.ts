import { Context, nowOf } from '../context';
import { lockDrafts } from '../offers/reading';
import { relist } from './relist';
import { selectOffersWithoutLife } from './store';

/** How many offers one transaction brings along. */
const BATCH = 50;

/**
 * Computes the public life of offers that an earlier release published. Idempotent, and safe beside other
 * replicas: an offer is locked, and one that has its life already is not asked for again.
 */
export async function catchUp(
  ctx: Pick<Context, 'db' | 'clock' | 'newId' | 'settings'>,
): Promise<void> {
  for (let after = ''; ;) {
    const ids = await selectOffersWithoutLife(ctx.db.knex, after, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return;
    await ctx.db.transaction(async tx => {
      const locked = await lockDrafts(tx, ids);
      for (const { offer } of locked.values()) await relist(ctx, tx, offer, nowOf(ctx));
    });
    after = last;
  }
}
