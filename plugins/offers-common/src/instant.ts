import { DateTime } from 'luxon';
import { z } from 'zod';

/**
 * An instant: UTC, ISO 8601, milliseconds always written, so that text order is time order (rule 13).
 * Any offset is accepted and turned into UTC.
 * @public
 */
export const instantSchema = z
  .string()
  .refine(value => z.iso.datetime({ offset: true }).safeParse(value).success, {
    error: 'Give an instant with its zone, such as 2026-12-01T09:00:00Z',
    abort: true,
  })
  .refine(
    value => /^\d{4}-/.test(toInstant(value)),
    'Give an instant that lies in the years 0000 to 9999 of UTC',
  )
  .overwrite(value => toInstant(value))
  .meta({ id: 'Instant', format: 'date-time', example: '2026-12-01T08:00:00.000Z' });

function toInstant(value: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : date.toISOString();
}

/** An IANA time zone name. @public */
export const zoneSchema = z
  .string()
  .max(64)
  .refine(
    value => DateTime.fromMillis(0, { zone: value }).isValid && !/^(local|system)$/i.test(value),
    'Give an IANA time zone, such as Europe/Amsterdam or UTC',
  )
  .meta({ id: 'Zone', example: 'Europe/Amsterdam' });

/** A local date and time with its zone: the only form in which a local time travels (rule 13). @public */
export const localTimeSchema = z
  .strictObject({
    local: z
      .string()
      .regex(
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/,
        'Give a local date and time, such as 2026-12-01T09:00',
      ),
    zone: zoneSchema,
  })
  .meta({ id: 'LocalTime' });

/** A local date and time with its zone. @public */
export type LocalTime = z.infer<typeof localTimeSchema>;

/** Why a local time names no instant, or the instant that it names. @public */
export type LocalTimeResult =
  { ok: true; instant: string } | { ok: false; reason: 'invalid' | 'skipped'; message: string };

/**
 * The instant that a local time names.
 *
 * A time that the clock change skips is refused, since it never happens there; a time that happens
 * twice means its first occurrence. Both keep a date from being skipped or doubled (rule 13).
 * @public
 */
export function instantOf({ local, zone }: LocalTime): LocalTimeResult {
  const wanted = local.length === 16 ? `${local}:00` : local;
  const time = DateTime.fromISO(local, { zone });
  if (!time.isValid || written(DateTime.fromISO(local, { zone: 'utc' })) !== wanted) {
    return {
      ok: false,
      reason: 'invalid',
      message: `${local} is not a date and time in ${zone}; choose another`,
    };
  }
  if (written(time) !== wanted) {
    return {
      ok: false,
      reason: 'skipped',
      message: `${local} does not exist in ${zone}: the clock goes from before it to after it that day. Choose a time an hour later`,
    };
  }
  const first = time.getPossibleOffsets().sort((a, b) => a.toMillis() - b.toMillis())[0] ?? time;
  const instant = first.toUTC().toISO({ includeOffset: true }) ?? '';
  // A year of other than four digits would break the order of instants as text.
  return /^\d{4}-/.test(instant)
    ? { ok: true, instant }
    : { ok: false, reason: 'invalid', message: `${local} is too far away; choose another date` };
}

function written(time: DateTime): string {
  return time.toFormat("yyyy-MM-dd'T'HH:mm:ss");
}
