import { nowOf, ReleaseReaction } from '../context';
import { lockDrafts } from '../offers/reading';
import { offersNeeding } from './reading';
import { relist } from './relist';

/**
 * What is held becomes available by itself once what it needs is deployed, and is held again when that is
 * withdrawn: the lives of all offers that need the product release are computed anew.
 */
export const relistWhatNeeds: ReleaseReaction = async (ctx, tx, _by, change) => {
  // Who acts on one of them at the same time would compute its life without this report, or this one without the act.
  const locked = await lockDrafts(tx, await offersNeeding(tx, change));
  const at = nowOf(ctx);
  // Two clocks may be apart: what is said to hold from a moment ahead on holds now.
  const since = change.at < at ? change.at : at;
  for (const { offer } of locked.values()) await relist(ctx, tx, offer, at, since);
};
