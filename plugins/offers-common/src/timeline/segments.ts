import { RingLimit } from './ringBucket';
import { ringWay } from './ringStages';
import { Served, ServedState, Serving, servingAt } from './serving';
import { OfferTimeline } from './timeline';

/** Whom a segment serves: everybody of the audience, a ring, or those outside it. @public */
export type SegmentAudience =
  { whom: 'all' } | { whom: 'in'; ring: RingLimit } | { whom: 'outside'; ring: RingLimit };

/** A time in which one version is served to the same people in the same state. @public */
export interface Segment {
  /** UTC instant, included */
  from: string;
  /** UTC instant, excluded; absent: open */
  until: string | undefined;
  number: number;
  state: ServedState;
  audience: SegmentAudience;
}

/**
 * The whole public life of an offer, past and ahead, cut at every instant at which anything changes. Lists read
 * it as rows, so that they agree with `explain` at every instant.
 * @public
 */
export function segmentsOf(timeline: OfferTimeline): Segment[] {
  const instants = turningPoints(timeline);
  const open: Segment[] = [];
  const closed: Segment[] = [];
  for (const at of instants) {
    const now = partsOf(servingAt(timeline, at));
    for (const segment of [...open]) {
      if (now.some(part => isSame(part, segment))) continue;
      open.splice(open.indexOf(segment), 1);
      closed.push({ ...segment, until: at });
    }
    for (const part of now) {
      if (!open.some(segment => isSame(part, segment))) {
        open.push({ ...part, from: at, until: undefined });
      }
    }
  }
  return [...closed, ...open].sort((a, b) => a.from.localeCompare(b.from));
}

/** The same times, such as those of a life, cut at some further instants as well. @public */
export function cutAt<T extends Pick<Segment, 'from' | 'until'>>(
  times: readonly T[],
  instants: readonly string[],
): T[] {
  if (instants.length === 0) return [...times];
  const inOrder = [...new Set(instants)].sort();
  const pieces = times.flatMap(time => {
    const { from, until } = time;
    const within = inOrder.filter(at => at > from && (until === undefined || at < until));
    return [from, ...within].map((start, index) => ({
      ...time,
      from: start,
      until: within[index] ?? until,
    }));
  });
  return pieces.sort((a, b) => a.from.localeCompare(b.from));
}

/** Every instant at which what is served can change, in order. @public */
export function turningPoints(timeline: OfferTimeline): string[] {
  const { versions, endings, suspensions, releases, ringEvents } = timeline;
  const instants = [
    ...versions.flatMap(version => [
      version.validFrom,
      version.validUntil,
      ...ringWay(version, timeline).stages.map(({ from }) => from),
    ]),
    ...endings.flatMap(({ recordedAt, noticeAt, endsAt }) => [recordedAt, noticeAt, endsAt]),
    ...suspensions.flatMap(({ from, until }) => [from, until]),
    ...releases.flatMap(({ history }) => history.map(({ at }) => at)),
    ...ringEvents.map(({ at }) => at),
  ];
  return [...new Set(instants.filter(at => at !== undefined))].sort();
}

type Part = Omit<Segment, 'from' | 'until'>;

function partsOf(serving: Serving | undefined): Part[] {
  if (!serving) return [];
  const { first, ring, outside } = serving;
  if (!ring) return [partOf(first, { whom: 'all' })];
  const limit = { groups: ring.groups, percent: ring.percent };
  return [
    partOf(first, { whom: 'in', ring: limit }),
    ...(outside ? [partOf(outside, { whom: 'outside', ring: limit })] : []),
  ];
}

function partOf({ version, state }: Served, audience: SegmentAudience): Part {
  return { number: version.number, state, audience };
}

function isSame(part: Part, segment: Part): boolean {
  return (
    part.number === segment.number &&
    part.state === segment.state &&
    JSON.stringify(part.audience) === JSON.stringify(segment.audience)
  );
}
