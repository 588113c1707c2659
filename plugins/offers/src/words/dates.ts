import { formatInstant } from '@offerdesk/backstage-plugin-offers-common';
import type { T } from './translation';

let zoneOfBrowser: string | undefined;

/** The zone in which this reader reads dates; asked once, since browsers make a format to tell it. */
export function readersZone(): string {
  zoneOfBrowser ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zoneOfBrowser;
}

/** An instant in the reader's language and zone, or in another zone, with the zone's name. */
export function instantIn(t: T, instant: string, zone = readersZone()): string {
  return formatInstant(instant, zone, t('words.locale'));
}

/**
 * An instant as a date-and-time field writes it in a zone: `2026-12-01T09:00`, with seconds only where
 * there are any.
 */
export function localInZone(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find(found => found.type === type)?.value ?? '';
  const seconds = part('second') === '00' ? '' : `:${part('second')}`;
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}${seconds}`;
}

/** Nine in the morning of the next day in a zone, as a date-and-time field writes it. */
export function tomorrowAtNine(now: Date, zone: string): string {
  // Counted in days of the calendar: where the clock is turned, a day has 23 or 25 hours.
  const noon = new Date(`${localInZone(now.toISOString(), zone).slice(0, 10)}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + 1);
  return `${noon.toISOString().slice(0, 10)}T09:00`;
}
