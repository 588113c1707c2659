import { instantOf } from '@offerdesk/backstage-plugin-offers-common';
import { localInZone } from '../words/dates';

/** A day of a calendar: `2026-12-01`. */
export type Day = string;

/** A month as the address writes it: `2026-12`. */
export type Month = string;

const atNoon = (day: Day) => new Date(`${day}T12:00:00Z`);
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

/** The day that comes so many days later. */
export function addDays(day: Day, count: number): Day {
  const date = atNoon(day);
  date.setUTCDate(date.getUTCDate() + count);
  return dayOf(date);
}

/** The month that comes so many months later. */
export function addMonths(month: Month, count: number): Month {
  const date = atNoon(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return dayOf(date).slice(0, 7);
}

/** Whether a text of the address is a month. */
export function isMonth(text: string | null): text is Month {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && text >= '1970-01';
}

/** The weeks that a month touches, from Monday to Sunday. */
export function weeksOf(month: Month): Day[][] {
  const first = `${month}-01`;
  const weekday = (atNoon(first).getUTCDay() + 6) % 7;
  const start = addDays(first, -weekday);
  const weeks: Day[][] = [];
  for (let day = start; day.slice(0, 7) <= month; day = addDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
  }
  return weeks;
}

/** The day on which an instant falls for a reader. */
export function dayInZone(instant: string, zone: string): Day {
  return localInZone(instant, zone).slice(0, 10);
}

/** A day as people say it: `Tuesday, 1 December`. */
export function dayWords(day: Day, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(atNoon(day));
}

/** A month as people say it: `December 2026`. */
export function monthWords(month: Month, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(atNoon(`${month}-01`));
}

/** A Monday: the names of the days of a week begin there. */
const A_MONDAY: Day = '2026-11-30';

/** The days of a week, Monday first: by name, and where there is little room. */
export function weekdays(locale: string): { name: string; short: string }[] {
  const named = (weekday: 'long' | 'short', day: Day) =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(atNoon(day));
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(A_MONDAY, index);
    return { name: named('long', day), short: named('short', day) };
  });
}

/** The first instant of a day in a zone; where the clock skips midnight, an hour later. */
export function startOf(day: Day, zone: string): string {
  const midnight = instantOf({ local: `${day}T00:00`, zone });
  if (midnight.ok) return midnight.instant;
  const later = instantOf({ local: `${day}T01:00`, zone });
  return later.ok ? later.instant : `${day}T00:00:00.000Z`;
}

/** The time that the weeks of a month cover, for a reader. */
export function timeOf(month: Month, zone: string): { from: string; until: string } {
  const days = weeksOf(month).flat();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return { from: startOf(first, zone), until: startOf(addDays(last, 1), zone) };
}

/** A day where there is little room: `1 Dec`. */
export function dayNumber(day: Day, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(atNoon(day));
}
