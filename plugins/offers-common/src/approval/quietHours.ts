import { DateTime } from 'luxon';
import { z } from 'zod';
import { zoneSchema } from '../instant';
import { closed } from './closed';

const timeOfDay = z
  .string('give a time of day, such as "20:00"')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'give a time of day, such as "20:00"');

/** When people are left in peace, as it is written in the configuration. @public */
export const quietHoursSchema = closed({
  from: timeOfDay,
  until: timeOfDay,
  weekends: z.boolean('say true or false').default(false),
  zone: zoneSchema.default('UTC'),
  approvals: z.boolean('say true or false').default(false),
}).refine(({ from, until }) => from !== until, 'let the quiet hours end at another time');

/** When people are left in peace, each in their own zone. @public */
export interface QuietHours {
  /** local time of day, included, such as `20:00` */
  from: string;
  /** local time of day, excluded; at or before `from` it is that of the next day */
  until: string;
  /** whether Saturday and Sunday are quiet all day */
  weekends: boolean;
  /** for whoever's own zone is not known */
  zone: string;
  /** whether approval cards wait too, unless they are urgent */
  approvals: boolean;
}

/** Quiet times can follow each other: the night, the weekend, the night. More than these is a fault. */
const MOST_JOINED = 10;

/**
 * When the quiet time ends that an instant lies in; undefined when it lies in none. Times of day are those of the zone: one that the
 * clock change skips is as much later as the clock goes on, and one that comes twice is meant the first time (rule 13).
 * @public
 */
export function quietUntil(
  quiet: Pick<QuietHours, 'from' | 'until' | 'weekends'>,
  zone: string,
  at: string,
): string | undefined {
  const start = Date.parse(at);
  let end = start;
  for (let joined = 0; joined < MOST_JOINED; joined += 1) {
    const next = endOfTimeAround(quiet, zone, end);
    if (next === undefined) break;
    end = next;
  }
  return end > start ? new Date(end).toISOString() : undefined;
}

/** The end of a quiet time that an instant lies in. */
function endOfTimeAround(
  { from, until, weekends }: Pick<QuietHours, 'from' | 'until' | 'weekends'>,
  zone: string,
  at: number,
): number | undefined {
  const today = DateTime.fromMillis(at, { zone }).startOf('day');
  const times = [-1, 0].flatMap(days => {
    const day = today.plus({ days });
    const isWeekend = weekends && day.weekday >= 6;
    const nightEnds = until > from ? day : day.plus({ days: 1 });
    return [
      [timeOn(day, from), timeOn(nightEnds, until)] as const,
      ...(isWeekend
        ? [[timeOn(day, '00:00'), timeOn(day.plus({ days: 1 }), '00:00')] as const]
        : []),
    ];
  });
  return times.find(([begins, ends]) => begins <= at && at < ends)?.[1];
}

function timeOn(day: DateTime, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const local = day.set({ hour, minute, second: 0, millisecond: 0 });
  return Math.min(...local.getPossibleOffsets().map(each => each.toMillis()));
}
