import {
  calendarEvents,
  CalendarPlan,
  CalendarQuery,
  clashesOf,
  PlanCalendar,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { offersBy, versionsOf } from '../offers/reading';
import { selectPlansDated } from './calendarStore';
import { selectChanges, selectTerminations } from './itemStore';
import { requirePlanReader } from './readers';
import { Refusal } from '../refusal';
import { selectPlanOffers, StoredPlan } from './store';

/** How many days a calendar shows at most, and how far a clash reaches beyond its edges. */
const MOST_DAYS = 400;
const DAY = 86_400_000;

/** Every plan under way or released that has a date within a time, with what gets in each other's way. */
export async function planCalendar(
  ctx: Context,
  actor: Actor,
  { from, until }: CalendarQuery,
): Promise<PlanCalendar> {
  await requirePlanReader(ctx, actor);
  const days = (Date.parse(until) - Date.parse(from)) / DAY;
  if (days <= 0 || days > MOST_DAYS) {
    throw new Refusal('invalid-input', {
      fields: [{ field: 'query.until', remedy: `Ask for 1 to ${MOST_DAYS} days` }],
    });
  }
  // A day more on each side: what clashes across the edge is shown too.
  const around = { from: moved(from, -DAY), until: moved(until, DAY) };
  const stored = await selectPlansDated(ctx.db.knex, around);
  const plans = await calendarPlans(ctx, stored);
  const isWithin = (at: string) => from <= at && at < until;
  const events = calendarEvents(plans).filter(({ at }) => isWithin(at));
  const shown = new Set(events.map(({ planId }) => planId));
  const freezes = ctx.settings.freezes.filter(freeze => freeze.from < until && from < freeze.until);
  const clashes = clashesOf(plans, freezes).filter(({ planIds }) =>
    planIds.some(id => shown.has(id)),
  );
  const named = new Set([...shown, ...clashes.flatMap(({ planIds }) => planIds)]);
  return {
    events,
    clashes,
    freezes,
    plans: await planLines(
      ctx,
      stored.filter(({ id }) => named.has(id)),
      plans,
    ),
  };
}

/** Plans as the calendar looks at them. */
export async function calendarPlans(
  ctx: Pick<Context, 'db' | 'clock'>,
  stored: readonly StoredPlan[],
): Promise<CalendarPlan[]> {
  const now = nowOf(ctx);
  const ids = stored.map(({ id }) => id);
  const brought = await selectPlanOffers(ctx.db.knex, ids);
  const contents = await versionsOf(ctx.db.knex, brought);
  const terminations = await selectTerminations(ctx.db.knex, ids);
  const changes = await selectChanges(ctx.db.knex, ids);
  return stored.map(({ id, state, releaseAt, preparationAt }) => {
    const own = brought.filter(({ planId }) => planId === id);
    const versions = contents.filter(({ draft }) =>
      own.some(({ offerId, number }) => offerId === draft.offerId && number === draft.number),
    );
    return {
      id,
      releaseAt,
      preparationAt,
      isDone: state === 'released' && releaseAt <= now,
      offers: own.map(({ offerId }) => offerId),
      members: versions.flatMap(
        ({ draft }) => draft.content.bundle?.steps.map(({ offerId }) => offerId) ?? [],
      ),
      terminations: terminations
        .filter(({ planId }) => planId === id)
        .map(({ termination }) => termination),
      structure: changes
        .filter(({ planId }) => planId === id)
        .map(({ change }) => `${change.kind} ${change.target}`),
    };
  });
}

async function planLines(
  ctx: Context,
  stored: readonly StoredPlan[],
  plans: readonly CalendarPlan[],
): Promise<PlanCalendar['plans']> {
  const touched = (id: string) => {
    const plan = plans.find(each => each.id === id);
    return [...(plan?.offers ?? []), ...(plan?.terminations ?? []).map(({ offerId }) => offerId)];
  };
  const offers = await offersBy(ctx.db.knex, [...new Set(stored.flatMap(({ id }) => touched(id)))]);
  return stored.map(({ id, title, scenario, state, releaseAt, releaseZone }) => ({
    id,
    title,
    scenario,
    state,
    releaseAt,
    releaseZone,
    offers: offers
      .filter(offer => touched(id).includes(offer.id))
      .map(offer => ({ id: offer.id, name: offer.name, title: offer.title })),
  }));
}

function moved(at: string, by: number): string {
  return new Date(Date.parse(at) + by).toISOString();
}
