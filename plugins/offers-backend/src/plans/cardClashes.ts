import { CardClash, clashesOf, CLASH_HOURS } from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { offersBy } from '../offers/reading';
import { calendarPlans } from './calendar';
import { selectPlansDated } from './calendarStore';
import { StoredPlan } from './store';

const REACH_MS = CLASH_HOURS * 3_600_000;

/**
 * What gets in the way of a plan under way. Of the other plan its approvers are told no more than what both
 * touch and when it is released: not everyone who is asked about one plan reads every plan.
 */
export async function clashesWith(
  ctx: Pick<Context, 'clock' | 'db' | 'settings'>,
  plan: StoredPlan,
): Promise<CardClash[]> {
  if (plan.state === 'released' || plan.state === 'cancelled' || plan.state === 'rejected')
    return [];
  const around = { from: moved(plan.releaseAt, -REACH_MS), until: moved(plan.releaseAt, REACH_MS) };
  const plans = await calendarPlans(ctx, await selectPlansDated(ctx.db.knex, around));
  const clashes = clashesOf(plans, ctx.settings.freezes).filter(({ planIds }) =>
    planIds.includes(plan.id),
  );
  const touched = clashes.flatMap(({ kind, about }) => (namesOffers(kind) ? about : []));
  const offers = await offersBy(ctx.db.knex, [...new Set(touched)]);
  return clashes.map(({ kind, about, from, until }) => ({
    kind,
    about: namesOffers(kind)
      ? about.map(id => offers.find(offer => offer.id === id)?.title ?? id)
      : about,
    from,
    until,
  }));
}

function namesOffers(kind: CardClash['kind']): boolean {
  return kind === 'same-offer' || kind === 'bundle-member';
}

function moved(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
