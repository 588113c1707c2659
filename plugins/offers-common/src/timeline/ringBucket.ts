import { sha256 } from '@noble/hashes/sha2';
import { utf8ToBytes } from '@noble/hashes/utils';
import { Ring } from '../content/access';
import { EVERYONE } from '../refs';

/** A prime below 2^31: the product of two numbers below it fits into the 64-bit integers of every database. @public */
export const RING_PRIME = 2_147_483_647;

/** How many buckets there are; a percentage of p takes the first 100 p of them. @public */
export const RING_BUCKETS = 10_000;

/** What an offer brings to the drawing of lots: stored with its rings, so that SQL draws the same. @public */
export interface RingSalt {
  a: number;
  b: number;
}

function numbersOf(text: string): [number, number] {
  const bytes = sha256(utf8ToBytes(text));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(0) % RING_PRIME, view.getUint32(4) % RING_PRIME];
}

/** The salt of an offer. @public */
export function ringSalt(offerId: string): RingSalt {
  const [a, b] = numbersOf(`offer ${offerId}`);
  return { a: a || 1, b };
}

/** What a person brings to the drawing of lots. @public */
export function personSalt(ref: string): number {
  return numbersOf(`person ${ref}`)[0];
}

/**
 * The bucket of a person in an offer's rings, 0 to 9999: stable for the two, even over people, and by integer
 * arithmetic alone, so that SQL can do it too: `(a * p + b) % 2147483647 % 10000`.
 * @public
 */
export function ringBucket({ a, b }: RingSalt, person: number): number {
  const drawn = (BigInt(a) * BigInt(person) + BigInt(b)) % BigInt(RING_PRIME);
  return Number(drawn % BigInt(RING_BUCKETS));
}

/** Who a ring lets in. @public */
export type RingLimit = Pick<Ring, 'groups' | 'percent'>;

/**
 * Whom a ring lets in: its own, and those of the rings before it, so that nobody loses what they had when it begins.
 * @returns undefined after the last ring: everybody
 * @public
 */
export function ringLimit(rings: readonly RingLimit[], index: number): RingLimit | undefined {
  if (index >= rings.length) return undefined;
  const soFar = rings.slice(0, index + 1);
  return {
    groups: [...new Set(soFar.flatMap(({ groups }) => groups))],
    percent: Math.max(...soFar.map(({ percent }) => percent)),
  };
}

/** Who is to be placed: their own ref and the groups that they belong to. @public */
export interface RingPerson {
  ref: string;
  principals: readonly string[];
}

/** The percentage of the audience that a ring lets in by lot: all of it, where it names everyone. @public */
export function ringPercent({ groups, percent }: RingLimit): number {
  return groups.includes(EVERYONE) ? 100 : percent;
}

/** Whether a person is in a ring of an offer: by a group, or by lot. @public */
export function isInRing(ring: RingLimit, offerId: string, person: RingPerson): boolean {
  if ([person.ref, ...person.principals].some(ref => ring.groups.includes(ref))) return true;
  const bucket = ringBucket(ringSalt(offerId), personSalt(person.ref));
  return bucket < ringPercent(ring) * (RING_BUCKETS / 100);
}
