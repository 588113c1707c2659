import { audienceKeys } from '@offerdesk/backstage-plugin-offers-common';

/** The end of what has none; text order is time order. */
export const FOREVER = '9999-12-31T23:59:59.999Z';

/**
 * How long a segment stays among the present ones after its end. What is over for longer is kept under
 * readers of its own, so that a list of today does not read through years of former versions; and a clock
 * that jumps back by less finds all that it should.
 */
const STAYS_MS = 86_400_000;

const stays = (now: string) => new Date(Date.parse(now) - STAYS_MS).toISOString();

/** Under which reader a principal finds a segment. */
export function readerOf(principal: string, endsAt: string, now: string): string {
  return endsAt <= stays(now) ? `past ${principal}` : principal;
}

/** The readers under which a person finds what was, is or will be listed at an instant. */
export function readersOf(principals: readonly string[], at: string, now: string): string[] {
  const keys = audienceKeys(principals);
  return at < stays(now) ? [...keys, ...keys.map(key => `past ${key}`)] : keys;
}
