import { DateTime } from 'luxon';

/** How a person wants to hear of something. @public */
export type DigestMode = 'daily' | 'weekly';

/** When a person wants their digests, in their own zone. @public */
export interface DigestTime {
  zone: string;
  /** such as `09:00` */
  time: string;
  /** 1 is Monday */
  weekday: number;
}

/**
 * The next instant at which a digest is due, after another instant: that time of day in the person's zone. A time
 * that the clock change skips is as much later as the clock goes on, so that no day has none and none has two
 * (rule 13).
 * @public
 */
export function nextDigestAt(
  mode: DigestMode,
  { zone, time, weekday }: DigestTime,
  after: string,
): string {
  const [hour = 9, minute = 0] = time.split(':').map(Number);
  const from = DateTime.fromISO(after, { zone });
  for (let days = 0; days <= 8; days += 1) {
    const day = from.startOf('day').plus({ days });
    const at = day.set({ hour, minute, second: 0, millisecond: 0 });
    const isDay = mode === 'daily' || at.weekday === weekday;
    if (isDay && at.toMillis() > from.toMillis()) {
      return at.toUTC().toISO({ includeOffset: true }) ?? after;
    }
  }
  throw new Error(`No digest is due within eight days after ${after}`);
}

/** The local date that a digest is for: its name, so that a person gets one for a date (rule 5). @public */
export function digestDate(at: string, zone: string): string {
  return DateTime.fromISO(at, { zone }).toISODate() ?? at;
}
