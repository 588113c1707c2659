import { ReleaseReaction } from '../context';
import { offersBy } from '../offers/reading';
import { offersNeeding } from './reading';
import { relist } from './relist';

/**
 * What is held becomes available by itself once what it needs is deployed, and is held again when that is
 * withdrawn: the lives of all offers that need the product release are computed anew.
 */
export const relistWhatNeeds: ReleaseReaction = async (ctx, tx, _by, change) => {
  const ids = await offersNeeding(tx, change);
  // Two clocks may be apart: what is said to hold from a moment ahead on holds now.
  const since = change.at < change.reportedAt ? change.at : change.reportedAt;
  const offers = await offersBy(tx, ids);
  for (const offer of offers.sort((a, b) => a.id.localeCompare(b.id))) {
    await relist(ctx, tx, offer, change.reportedAt, since);
  }
};
