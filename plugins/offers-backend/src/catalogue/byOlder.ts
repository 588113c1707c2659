import { Context, nowOf } from '../context';
import { offersBy } from '../offers/reading';
import { Sweep } from '../sweeps/sweeps';
import { deleteNoted, hasNoted, selectNoted } from './byOlderStore';
import { makeAnew } from './rebuild';
import { lockRebuilt } from './rebuildStore';
import { LISTING_VERSION } from './versions';

/** Offers that are listed anew in one transaction. */
const BATCH = 50;

/**
 * Lists anew what replicas of an earlier release listed after this one had listed everything, so that an upgrade may take as long as it
 * takes. A replica of the earlier release leaves it to the later ones.
 *
 * @returns how many it listed
 */
export async function relistNoted(ctx: Pick<Context, 'db' | 'clock' | 'logger'>): Promise<number> {
  if (!(await hasNoted(ctx.db.knex))) return 0;
  const now = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const { version } = await lockRebuilt(tx, 'listing_state');
    if (version !== LISTING_VERSION) return 0;
    const ids = await selectNoted(tx, BATCH);
    for (const offer of await offersBy(tx, ids)) await makeAnew(ctx, tx, offer, now);
    await deleteNoted(tx, ids);
    return ids.length;
  });
}

/** Does so while an upgrade lasts, and a moment longer. */
export const relistSweep: Sweep = { id: 'offers-relist', everySeconds: 15, run: relistNoted };
