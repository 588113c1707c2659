import { segmentsOf } from '@offerdesk/backstage-plugin-offers-common';
import { Context, nowOf } from '../context';
import { restoreManagedText } from '../offers/managedText';
import { offersBy } from '../offers/reading';
import { whereaboutsOf } from '../structure/moves';
import { lifeOf } from '../timeline/reading';
import { replaceListing } from './listing';
import { lockListingState, markRebuilt, selectOffersAfter } from './rebuildStore';

/** Raised when the rows of the listing change their meaning: every offer is then listed anew at the next start. */
export const LISTING_VERSION = 1;

/** Offers that are listed anew in one transaction. */
const BATCH = 100;

/**
 * Lists every offer anew if an earlier release listed it, batch by batch. Replicas that start together
 * take turns; after a kill it goes on where it was.
 */
export async function rebuildListing(ctx: Pick<Context, 'db' | 'clock' | 'logger'>): Promise<void> {
  for (let listed = 0; ; listed += BATCH) {
    const isDone = await rebuildBatch(ctx);
    if (isDone) return;
    ctx.logger.info(`Listing offers anew for this release: ${listed + BATCH} at most so far.`);
  }
}

async function rebuildBatch(ctx: Pick<Context, 'db' | 'clock'>): Promise<boolean> {
  const now = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const { version, rebuiltTo } = await lockListingState(tx);
    if (version >= LISTING_VERSION) return true;
    const ids = await selectOffersAfter(tx, rebuiltTo, BATCH);
    for (const offer of await offersBy(tx, ids)) {
      await restoreManagedText(tx, offer);
      const { versions, timeline } = await lifeOf(tx, offer.id);
      const whereabouts = await whereaboutsOf(tx, offer);
      await replaceListing(
        tx,
        { offer, versions, segments: segmentsOf(timeline), whereabouts },
        now,
      );
    }
    const last = ids.at(-1);
    await markRebuilt(tx, last ? { version, rebuiltTo: last } : { version: LISTING_VERSION });
    return last === undefined;
  });
}
