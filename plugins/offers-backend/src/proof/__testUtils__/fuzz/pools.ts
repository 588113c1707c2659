import { encodeCursor } from '../../../api/cursor';
import { principalsOf } from '../../../__testUtils__/organisation';
import { personNames } from '../people';
import { wordsIn } from '../plants';
import { parts, uuidOf, World } from '../world';

/** Values that exist in the portal, by the component of the document that stands for them. */
export type Pools = Record<string, string[]>;

/** How many values of a kind are remembered; the latest ones. */
const KEPT = 60;

/** What is there before the first request: a generator without them would never get past "not found". */
export function poolsOf({ offers }: World): Pools {
  const planted = [...offers.values()];
  const planIds = planted.flatMap(({ planId }) => (planId ? [planId] : []));
  return {
    Id: [...planted.map(({ id }) => id), ...planIds, uuidOf('nobody')],
    OfferName: [...planted.map(({ name }) => name), 'nobody-has-this'],
    EntityRef: ['component:default/checkout-api', 'group:default/operations', 'user:default/ada'],
    Principal: ['everyone', ...new Set(personNames.flatMap(principalsOf))],
    Slug: ['databases', 'storage', 'default', ...Object.values(parts)],
    Instant: ['2026-12-15T12:00:00.000Z', '2026-12-11T00:00:00Z', '2028-02-29T23:59:59+05:30'],
    Zone: ['UTC', 'Europe/Amsterdam', 'Pacific/Apia'],
    Currency: ['EUR', 'USD', 'JPY'],
    WebAddress: ['https://docs.test/page', 'http://a.test'],
    Cursor: [encodeCursor(['a', uuidOf('nobody')]), encodeCursor(['9'])],
    local: ['2026-12-20T09:00', '2027-03-28T02:30', '2028-02-29T00:00'],
    hash: planted.map(({ planHash }) => planHash),
    revision: ['1', '2', '3'],
    word: ['service', wordsIn('open').text, 'cloud', 'away', 'nothing'],
  };
}

const PATTERNS: Readonly<Record<string, RegExp>> = {
  Id: /"(?:id|planId|offerId|token)":"([0-9a-f-]{36})"/g,
  Cursor: /"nextCursor":"([\w-]+)"/g,
  hash: /"contentHash":"([0-9a-f]{64})"/g,
  revision: /"revision":(\d+)/g,
};

/** Learns from an answer what exists now: in place, so that generators that were built before know it too. */
export function learn(pools: Pools, body: string): void {
  for (const [kind, pattern] of Object.entries(PATTERNS)) {
    const pool = pools[kind] ?? [];
    for (const [, value] of [...body.matchAll(pattern)].slice(0, 5)) {
      if (value && !pool.includes(value)) pool.push(value);
    }
    pool.splice(0, Math.max(0, pool.length - KEPT));
  }
}
