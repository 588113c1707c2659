import type { PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import { calendarRows, type CalendarRow } from './calendarDays';
import { startOf, timeOf, weeksOf, type Day, type Month } from './months';

/** A stretch of the line, in hundredths of its length. */
export interface Stretch {
  start: number;
  length: number;
}

/** A plan on its own line of time: its dates, and what lies between the first and the last of them. */
export interface TimelineRow {
  planId: string;
  title: string;
  span: Stretch;
  marks: (CalendarRow & { start: number })[];
}

/** The plans of a month, each on a line; weeks and times without releases lie across all of them. */
export interface TimelineView {
  rows: TimelineRow[];
  weeks: { day: Day; start: number }[];
  freezes: (Stretch & { title: string })[];
  /** where today begins, if it is in sight */
  today: number | undefined;
}

/** Places what a calendar holds on the lines of its plans, the one with the earliest date first. */
export function timelineOf(
  calendar: PlanCalendar,
  { month, today, zone }: { month: Month; today: Day; zone: string },
): TimelineView {
  const { from, until } = timeOf(month, zone);
  const [first, last] = [Date.parse(from), Date.parse(until)];
  const place = (instant: string) =>
    Math.min(100, Math.max(0, ((Date.parse(instant) - first) / (last - first)) * 100));
  const marks = calendarRows(calendar, zone).map(row => ({ ...row, start: place(row.event.at) }));
  const begins = startOf(today, zone);
  const plans = [...new Set(marks.map(({ event }) => event.planId))];
  return {
    rows: plans.map(planId => {
      const own = marks.filter(({ event }) => event.planId === planId);
      const start = own[0]?.start ?? 0;
      return {
        planId,
        title: own[0]?.title ?? planId,
        span: { start, length: (own.at(-1)?.start ?? start) - start },
        marks: own,
      };
    }),
    weeks: weeksOf(month).map(([day = '']) => ({ day, start: place(startOf(day, zone)) })),
    freezes: calendar.freezes.map(({ title, ...time }) => ({
      title,
      start: place(time.from),
      length: place(time.until) - place(time.from),
    })),
    today: from <= begins && begins < until ? place(begins) : undefined,
  };
}
