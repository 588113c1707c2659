/** How an instant is read: `1 Dec 2026, 09:00 CET`. */
const STYLE = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
} as const;

/** The language of the rules, and of every surface but the portal. */
const ENGLISH = 'en-GB';

/** More zones than people of one organisation live in. */
const MOST = 100;

/** To make a format takes longer than to use it a thousand times; a page has few zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string, locale: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone}`;
  const known = formats.get(key);
  if (known) return known;
  const format = newFormat(zone, locale) ?? formatIn('UTC', locale);
  if (formats.size >= MOST) formats.clear();
  formats.set(key, format);
  return format;
}

/** Undefined for a zone that the runtime does not know. */
function newFormat(timeZone: string, locale: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat(locale, { ...STYLE, timeZone });
  } catch {
    return undefined;
  }
}

/**
 * An instant as a person in a zone reads it, with the zone's short name.
 * @param instant - UTC instant
 * @param zone - IANA zone; UTC stands in for one that the runtime does not know
 * @param locale - BCP 47 tag of the reader's language; English unless told
 * @public
 */
export function formatInstant(instant: string, zone: string, locale = ENGLISH): string {
  const format = formatIn(zone, locale);
  if (locale !== ENGLISH) return format.format(new Date(instant));
  // Runtimes join date and time by a comma or by “at” in English.
  const parts = format.formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find(found => found.type === type)?.value ?? '';
  const [date, time] = [
    [part('day'), part('month'), part('year')].join(' '),
    [part('hour'), part('minute')].join(':'),
  ];
  return `${date}, ${time} ${part('timeZoneName')}`;
}

/** The form of ISO 8601 that names an instant whatever the zone of who reads it. */
const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * The instant that a text names with its zone, in UTC; undefined where it names none.
 * @public
 */
export function instantFrom(text: string): string | undefined {
  const date = new Date(text);
  if (!WITH_ZONE.test(text) || Number.isNaN(date.getTime())) return undefined;
  const instant = date.toISOString();
  // A year of other than four digits would break the order of instants as text.
  return /^\d{4}-/.test(instant) ? instant : undefined;
}
