import type { Knex } from 'knex';
import { nowOf, ReleaseLock, ReleaseReaction } from '../context';
import { LostRace } from '../database/LostRace';
import { lockDrafts, StoredOffer } from '../offers/reading';
import { offersNeeding } from './reading';
import { relist } from './relist';

/** The offers that a report has locked. */
const held = new WeakMap<Knex.Transaction, ReadonlyMap<string, StoredOffer>>();

/**
 * Locks the offers that need a product release before the release itself, as whoever acts on one of them does: who
 * acts at the same time would compute its life without this report, or this one without the act.
 */
export const lockWhatNeeds: ReleaseLock = async (tx, release) => {
  const locked = await lockDrafts(tx, await offersNeeding(tx, release));
  held.set(tx, new Map([...locked].map(([id, { offer }]) => [id, offer])));
};

/**
 * What is held becomes available by itself once what it needs is deployed, and is held again when that is
 * withdrawn: the lives of all offers that need the product release are computed anew.
 * @throws LostRace when one was published while the product release was waited for
 */
export const relistWhatNeeds: ReleaseReaction = async (ctx, tx, _by, change) => {
  const locked = held.get(tx);
  const at = nowOf(ctx);
  // Two clocks may be apart: what is said to hold from a moment ahead on holds now.
  const since = change.at < at ? change.at : at;
  for (const id of await offersNeeding(tx, change)) {
    const offer = locked?.get(id);
    if (!offer) throw new LostRace(`The offer ${id} came to need what is reported meanwhile`);
    await relist(ctx, tx, offer, at, since);
  }
};
