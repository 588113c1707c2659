import { PublicState } from '../lifecycle/states';
import { undeployed } from './deployed';
import { isInRing, ringLimit, RingLimit, RingPerson } from './ringBucket';
import { ringStageAt, RingWay, ringWay } from './ringStages';
import { Ending, OfferTimeline, TimedVersion } from './timeline';

/** The public states in which something is served. @public */
export type ServedState = Extract<
  PublicState,
  'available' | 'canary' | 'held' | 'suspended' | 'ending'
>;

/** A version that is served at an instant, in which state, and until when at most. @public */
export interface Served {
  version: TimedVersion;
  state: ServedState;
  /** the earliest of the version's own end and the offer's */
  until: string | undefined;
}

/** What is served at an instant: to everybody, or to a ring and to those outside it. @public */
export interface Serving {
  first: Served;
  ring: RingLimit | undefined;
  /** what those outside the ring are served; absent when that is nothing */
  outside: Served | undefined;
}

interface Candidate {
  version: TimedVersion;
  way: RingWay;
}

/**
 * What an offer serves at an instant. Of the versions that have begun, are not rolled back and have taken over,
 * the one that began last; while it is in a ring, those outside are served by the last version that is for
 * everybody. What no version has taken over yet is shown as held. A version that has ended does not give way to
 * an earlier one.
 *
 * @returns undefined when nothing is served
 * @public
 */
export function servingAt(timeline: OfferTimeline, at: string): Serving | undefined {
  const begun = timeline.versions
    .filter(({ validFrom }) => validFrom <= at)
    .map(version => ({ version, way: ringWay(version, timeline) }))
    .filter(({ way }) => way.rolledBackAt === undefined || at < way.rolledBackAt)
    .sort((a, b) => latestFirst(a.version, b.version));
  const takenOver = begun.filter(({ way }) => ringStageAt(way, at) !== undefined);
  const first = takenOver[0] ?? begun[0];
  if (!first) return undefined;
  const limit = ringOf(first, at);
  const everybodys = limit && takenOver.find(candidate => !ringOf(candidate, at));
  const served = servedOf(timeline, first, at, limit !== undefined);
  const outside = everybodys && servedOf(timeline, everybodys, at, false);
  if (served) return { first: served, ring: limit, outside };
  return outside && { first: outside, ring: undefined, outside: undefined };
}

/** What a person is served at an instant, by their place in or outside the ring. @public */
export function servedTo(
  timeline: OfferTimeline,
  person: RingPerson,
  at: string,
): Served | undefined {
  const serving = servingAt(timeline, at);
  if (!serving?.ring || isInRing(serving.ring, timeline.offerId, person)) return serving?.first;
  return serving.outside;
}

/** The version that began last comes first. */
function latestFirst(a: TimedVersion, b: TimedVersion): number {
  if (a.validFrom === b.validFrom) return b.number - a.number;
  return a.validFrom < b.validFrom ? 1 : -1;
}

function ringOf({ version, way }: Candidate, at: string): RingLimit | undefined {
  const stage = ringStageAt(way, at);
  return stage && ringLimit(version.access.rings, stage.ring);
}

function servedOf(
  timeline: OfferTimeline,
  { version }: Candidate,
  at: string,
  isLimited: boolean,
): Served | undefined {
  const ending = endingOf(timeline, version, at);
  const until = endOfVersion(timeline, version, at);
  if (until !== undefined && until <= at) return undefined;
  return { version, until, state: stateOf() };

  function stateOf(): ServedState {
    if (isSuspendedAt(timeline, at)) return 'suspended';
    if (undeployed(version, timeline.releases, at).length > 0) return 'held';
    if (ending && ending.noticeAt <= at) return 'ending';
    return isLimited ? 'canary' : 'available';
  }
}

/** Whether the offer is stopped by hand at an instant. @public */
export function isSuspendedAt({ suspensions }: OfferTimeline, at: string): boolean {
  return suspensions.some(({ from, until }) => from <= at && (until === undefined || at < until));
}

/** When a version is over at the latest, as it is known at an instant: at its own end, or at the offer's. @public */
export function endOfVersion(
  timeline: OfferTimeline,
  version: TimedVersion,
  at: string,
): string | undefined {
  return [version.validUntil, endingOf(timeline, version, at)?.endsAt]
    .filter(end => end !== undefined)
    .sort()[0];
}

/**
 * The termination of a version as it is known at an instant: the one recorded last. A version that begins at its end
 * or after it is a new life.
 * @public
 */
export function endingOf(
  { endings }: OfferTimeline,
  { validFrom }: TimedVersion,
  at: string,
): Ending | undefined {
  const known = endings
    .filter(({ recordedAt }) => recordedAt <= at)
    .sort((a, b) => a.recordedAt.localeCompare(b.recordedAt))
    .at(-1);
  return known && validFrom < known.endsAt ? known : undefined;
}
