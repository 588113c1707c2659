import { segmentsOf } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context, nowOf } from '../context';
import { keepHealth } from '../offers/keepHealth';
import { restoreManagedText } from '../offers/managedText';
import { offersBy, StoredOffer } from '../offers/reading';
import { whereaboutsOf } from '../structure/moves';
import { lifeOf } from '../timeline/reading';
import { replaceListing } from './listing';
import { lockRebuilt, markRebuilt, RebuiltTable, selectOffersAfter } from './rebuildStore';
import { HEALTH_VERSION, LISTING_VERSION } from './versions';

/** Offers that are made anew in one transaction. */
const BATCH = 100;

type Rebuilding = Pick<Context, 'db' | 'clock' | 'logger'>;

/** What is made anew of every offer, when a release holds it otherwise than the one before. */
interface Rebuilt {
  table: RebuiltTable;
  version: number;
  /** what is told of it, as the beginning of a sentence */
  words: string;
  again(ctx: Rebuilding, tx: Knex.Transaction, offer: StoredOffer, now: string): Promise<void>;
}

const listing: Rebuilt = {
  table: 'listing_state',
  version: LISTING_VERSION,
  words: 'Listing offers anew',
  async again(_ctx, tx, offer, now) {
    await restoreManagedText(tx, offer);
    const { versions, timeline } = await lifeOf(tx, offer.id);
    const whereabouts = await whereaboutsOf(tx, offer);
    await replaceListing(tx, { offer, versions, segments: segmentsOf(timeline), whereabouts }, now);
  },
};

const health: Rebuilt = {
  table: 'health_state',
  version: HEALTH_VERSION,
  words: 'Judging the health of offers anew',
  again: keepHealth,
};

/**
 * Lists every offer anew if an earlier release listed it, batch by batch. Replicas that start together
 * take turns; after a kill it goes on where it was.
 */
export async function rebuildListing(ctx: Rebuilding): Promise<void> {
  await rebuild(ctx, listing);
}

/** Keeps the health of every offer anew if an earlier release judged it, in the same way. */
export async function rebuildHealth(ctx: Rebuilding): Promise<void> {
  await rebuild(ctx, health);
}

/** Makes of one offer anew all that is made of it. */
export async function makeAnew(
  ctx: Rebuilding,
  tx: Knex.Transaction,
  offer: StoredOffer,
  now: string,
): Promise<void> {
  for (const { again } of [listing, health]) await again(ctx, tx, offer, now);
}

async function rebuild(ctx: Rebuilding, rebuilt: Rebuilt): Promise<void> {
  for (let made = 0; ; made += BATCH) {
    const isDone = await rebuildBatch(ctx, rebuilt);
    if (isDone) return;
    ctx.logger.info(`${rebuilt.words} for this release: ${made + BATCH} at most so far.`);
  }
}

async function rebuildBatch(ctx: Rebuilding, { table, version, again }: Rebuilt): Promise<boolean> {
  const now = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const known = await lockRebuilt(tx, table);
    if (known.version >= version) return true;
    const ids = await selectOffersAfter(tx, known.rebuiltTo, BATCH);
    for (const offer of await offersBy(tx, ids)) await again(ctx, tx, offer, now);
    const last = ids.at(-1);
    await markRebuilt(tx, table, last ? { version: known.version, rebuiltTo: last } : { version });
    return last === undefined;
  });
}
