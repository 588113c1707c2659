import { Deployed, isDeployed, Way, wayAt } from './rings';
import { latest, ModelOffer, ModelRingAct, ModelVersion } from './world';

/** What an offer serves somebody. */
export interface ModelServed {
  version: ModelVersion;
  state: 'available' | 'canary' | 'held' | 'suspended' | 'ending';
}

interface Begun {
  version: ModelVersion;
  way: Way;
}

/** The end of a version as it is known at an instant: the one that was recorded last. */
export function endOf({ endings }: ModelOffer, { from }: ModelVersion, at: string) {
  const known = endings.filter(({ recordedAt }) => recordedAt <= at).at(-1);
  return known && from < known.endsAt ? known : undefined;
}

/** Whether a version begins after another, or takes its place at the same instant. */
export function isAfter(one: ModelVersion, other: ModelVersion): boolean {
  return one.from === other.from ? one.number > other.number : one.from > other.from;
}

function stateOf(
  known: Deployed,
  offer: ModelOffer,
  { version, way }: Begun,
  at: string,
): ModelServed['state'] | undefined {
  const end = endOf(offer, version, at);
  if (end && end.endsAt <= at) return undefined;
  const isStopped = offer.suspensions.some(
    ({ from, until }) => from <= at && (until === undefined || at < until),
  );
  if (isStopped) return 'suspended';
  if (!isDeployed(known, version, at)) return 'held';
  if (end && end.noticeAt <= at) return 'ending';
  return way.open ? 'available' : 'canary';
}

/**
 * What is served at an instant to those in the ring, and to those outside it: the version that began last and has
 * taken over. What nothing has taken over from yet is shown as held to everybody.
 */
export function servedAt(
  known: Deployed,
  offer: ModelOffer,
  at: string,
): { inside: ModelServed | undefined; outside: ModelServed | undefined } {
  const begun = offer.versions
    .filter(({ from }) => from <= at)
    .map(version => ({ version, way: wayAt(known, offer, version, at) }))
    .filter(({ way }) => !way.out)
    .sort((a, b) => (isAfter(a.version, b.version) ? -1 : 1));
  const taken = begun.filter(({ way }) => way.taken);
  const served = (each: Begun | undefined): ModelServed | undefined => {
    const state = each && stateOf(known, offer, each, at);
    return each && state ? { version: each.version, state } : undefined;
  };
  const first = taken[0];
  if (!first) return { inside: served(begun[0]), outside: served(begun[0]) };
  const outside = served(taken.find(({ way }) => way.open));
  return { inside: first.way.open ? outside : (served(first) ?? outside), outside };
}

/** Whether a ring can be acted on now. */
export function mayActOnRing(
  known: Deployed,
  offer: ModelOffer,
  version: ModelVersion,
  act: ModelRingAct['act'],
  at: string,
): boolean {
  const way = wayAt(known, offer, version, at);
  if (version.content.ring === undefined || way.out || !way.taken || way.open) return false;
  if (servedAt(known, offer, at).inside?.version.number !== version.number) return false;
  if (act === 'hold') return !way.held;
  return act !== 'resume' || way.held;
}

/** The public state of an offer. */
export function stateAt(known: Deployed, offer: ModelOffer, at: string): string {
  const { inside } = servedAt(known, offer, at);
  if (inside) return inside.state;
  if (offer.versions.length === 0) return 'draft';
  return offer.versions.some(({ from }) => from > at) ? 'scheduled' : 'ended';
}

/**
 * The versions that serve somebody at an instant or later, as far as is known: such as have not ended by then, and
 * from which no other has taken over for everybody.
 */
export function servingFrom(known: Deployed, offer: ModelOffer, at: string): ModelVersion[] {
  const living = offer.versions.filter(version => {
    const end = offer.endings.at(-1);
    const isOver = end !== undefined && version.from < end.endsAt && end.endsAt <= at;
    return !isOver && !wayAt(known, offer, version, at).out;
  });
  return living.filter(version => {
    const then = latest(at, version.from);
    return !offer.versions.some(other => {
      const { taken, open, out } = wayAt(known, offer, other, then);
      return isAfter(other, version) && other.from <= then && taken && open && !out;
    });
  });
}
