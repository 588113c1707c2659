import { instantOf } from '@offerdesk/backstage-plugin-offers-common';
import { readersZone } from '../words/dates';

/** What a date-and-time field names: an instant, or why it names none; neither of them while it is empty. */
export interface NamedTime {
  instant?: string;
  fault?: string;
}

/**
 * The instant that a date-and-time field names. A time that a clock change skips names none, and is never taken for an
 * empty field, which means now or for ever (rule 13).
 *
 * @param local - what stands in the field, such as `2026-12-01T09:00`
 * @param zone - where that is so; the reader's unless told
 */
export function namedTime(local: string, zone = readersZone()): NamedTime {
  if (!local) return {};
  const named = instantOf({ local, zone });
  return named.ok ? { instant: named.instant } : { fault: named.message };
}
