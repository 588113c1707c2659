import { later, ModelOffer, ModelVersion } from './world';

/** What an offer serves somebody. */
export interface ModelServed {
  version: ModelVersion;
  state: 'available' | 'canary' | 'suspended' | 'ending';
}

/** Where a version is on its way through its ring. */
function ringAt(
  { ringActs }: ModelOffer,
  version: ModelVersion,
  at: string,
): { open: boolean; held: boolean; out: boolean } {
  const { ring } = version.content;
  const way = { open: ring === undefined, held: false, out: false, since: version.from };
  const opens = () => {
    const by = ring?.hold === undefined || way.held ? undefined : later(way.since, ring.hold);
    return by;
  };
  for (const { number, act, at: when } of ringActs) {
    if (number !== version.number || when > at) continue;
    const by = opens();
    if (by !== undefined && by <= when) way.open = true;
    if (act === 'roll-back') way.out = true;
    if (way.open) continue;
    if (act === 'promote') way.open = true;
    if (act === 'hold') way.held = true;
    if (act === 'resume') {
      way.held = false;
      way.since = when;
    }
  }
  const by = opens();
  if (by !== undefined && by <= at) way.open = true;
  return way;
}

/** The end of a version as it is known at an instant. */
function endOf({ endings }: ModelOffer, { from }: ModelVersion, at: string) {
  const known = endings.filter(({ recordedAt }) => recordedAt <= at).at(-1);
  return known && from < known.endsAt ? known : undefined;
}

function stateOf(offer: ModelOffer, version: ModelVersion, at: string, inRing: boolean) {
  const end = endOf(offer, version, at);
  if (end && end.endsAt <= at) return undefined;
  const isStopped = offer.suspensions.some(
    ({ from, until }) => from <= at && (until === undefined || at < until),
  );
  if (isStopped) return 'suspended' as const;
  if (end && end.noticeAt <= at) return 'ending' as const;
  return inRing ? ('canary' as const) : ('available' as const);
}

/** What is served at an instant to those in the ring, and to those outside it. */
export function servedAt(
  offer: ModelOffer,
  at: string,
): { inside: ModelServed | undefined; outside: ModelServed | undefined } {
  const begun = offer.versions
    .filter(({ from }) => from <= at)
    .map(version => ({ version, way: ringAt(offer, version, at) }))
    .filter(({ way }) => !way.out)
    .sort((a, b) => {
      if (a.version.from === b.version.from) return b.version.number - a.version.number;
      return a.version.from < b.version.from ? 1 : -1;
    });
  const [first] = begun;
  const everybodys = begun.find(({ way }) => way.open);
  const served = (each: typeof first, inRing: boolean): ModelServed | undefined => {
    const state = each && stateOf(offer, each.version, at, inRing);
    return each && state ? { version: each.version, state } : undefined;
  };
  const outside = served(everybodys, false);
  const inside = first?.way.open ? outside : (served(first, true) ?? outside);
  return { inside, outside };
}

/** Whether a version is still in its ring at an instant, so that no other begins its own then. */
export function isInRing(offer: ModelOffer, version: ModelVersion, at: string): boolean {
  const way = ringAt(offer, version, at);
  return version.from <= at && !way.open && !way.out;
}

/** Whether a ring can be acted on now. */
export function mayActOnRing(
  offer: ModelOffer,
  version: ModelVersion,
  act: 'promote' | 'hold' | 'resume' | 'roll-back',
  at: string,
): boolean {
  const way = ringAt(offer, version, at);
  if (version.content.ring === undefined || way.out || version.from > at || way.open) return false;
  if (servedAt(offer, at).inside?.version.number !== version.number) return false;
  if (act === 'hold') return !way.held;
  return act !== 'resume' || way.held;
}

/** The public state of an offer. */
export function stateAt(offer: ModelOffer, at: string): string {
  const { inside } = servedAt(offer, at);
  if (inside) return inside.state;
  if (offer.versions.length === 0) return 'draft';
  return offer.versions.some(({ from }) => from > at) ? 'scheduled' : 'ended';
}
