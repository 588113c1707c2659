import {
  Margin,
  offerReadPermission,
  ValueStreamReport,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { readableAmong } from '../offers/readable';
import { selectReleasedImpacts } from './offerFigureStore';
import { ReportScope } from './scope';

/** How many released plans are looked through for prices, latest first. */
const MOST_PLANS = 200;

const sameList = (one: Margin, other: Margin) =>
  one.currency === other.currency &&
  (one.audience ?? []).join(' ') === (other.audience ?? []).join(' ');

/**
 * Price and margin of what was released in the time, of the offers whose cost the person may read; undefined where the
 * policy leaves them none.
 */
export async function releasedMargins(
  ctx: Context,
  actor: Actor,
  scope: ReportScope,
): Promise<ValueStreamReport['margins']> {
  const filter = await ctx.guard.filter(actor.credentials, offerReadPermission);
  if (filter === 'none') return undefined;
  const plans = await selectReleasedImpacts(ctx.db.knex, scope, MOST_PLANS + 1);
  const looked = plans.slice(0, MOST_PLANS);
  const ids = [...new Set(looked.flatMap(({ impact }) => impact.map(({ offerId }) => offerId)))];
  const readable = await readableAmong(ctx.db.knex, actor, filter, ids);
  const offers = new Map(
    readable
      .filter(({ catalogue }) => scope.catalogue === undefined || catalogue === scope.catalogue)
      .map(offer => [offer.id, offer]),
  );
  const items = looked.flatMap(({ planId, releasedAt, impact }) =>
    impact.flatMap(({ offerId, margins, marginsBefore }) => {
      const offer = offers.get(offerId);
      if (!offer) return [];
      return margins.map(after => {
        const before = marginsBefore?.find(margin => sameList(margin, after));
        return {
          ...{ planId, offerId, name: offer.name, title: offer.title, releasedAt, after },
          ...(before ? { before } : {}),
        };
      });
    }),
  );
  return { items, isCut: plans.length > MOST_PLANS };
}
