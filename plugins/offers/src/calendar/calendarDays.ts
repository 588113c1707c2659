import type { CalendarEvent, PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import { dayInZone, type Day } from './months';

/** A date of a plan as the calendar shows it. */
export interface CalendarRow {
  key: string;
  day: Day;
  event: CalendarEvent;
  title: string;
  /** the offer that it is about, where it is about one */
  offer: string | undefined;
  clashes: PlanCalendar['clashes'];
}

/** Every date of a calendar in the order of time, with what clashes there. */
export function calendarRows(calendar: PlanCalendar, zone: string): CalendarRow[] {
  return calendar.events.map(event => {
    const plan = calendar.plans.find(({ id }) => id === event.planId);
    return {
      key: `${event.planId} ${event.kind} ${event.at} ${event.offerId ?? ''}`,
      day: dayInZone(event.at, zone),
      event,
      title: plan?.title ?? event.planId,
      offer: plan?.offers.find(({ id }) => id === event.offerId)?.title,
      // A clash is about the releases of plans, not about their other dates.
      clashes:
        event.kind === 'release'
          ? calendar.clashes.filter(({ planIds }) => planIds.includes(event.planId))
          : [],
    };
  });
}

/** The titles of the times without releases that a day lies in, or touches. */
export function freezesOn(day: Day, freezes: PlanCalendar['freezes'], zone: string): string[] {
  return freezes
    .filter(({ from, until }) => {
      // Half-open: a freeze that ends at midnight does not touch the day that begins then.
      const last = dayInZone(new Date(Date.parse(until) - 1).toISOString(), zone);
      return dayInZone(from, zone) <= day && day <= last;
    })
    .map(({ title }) => title);
}
