import { ringStageAt, ringWay } from './ringStages';
import { servingAt } from './serving';
import { OfferTimeline, RingEvent, TimedVersion } from './timeline';

/**
 * Why a ring cannot be acted on now, as a sentence; undefined when it can.
 * @public
 */
export function refuseRingAct(
  timeline: OfferTimeline,
  version: TimedVersion,
  act: RingEvent['kind'],
  at: string,
): string | undefined {
  const way = ringWay(version, timeline);
  const { rings } = version.access;
  if (rings.length === 0) return 'This version has no rings.';
  if (way.rolledBackAt !== undefined) return 'This version was rolled back.';
  const stage = ringStageAt(way, at);
  if (!stage) return 'This version has not begun yet.';
  if (stage.ring >= rings.length) {
    return 'This version is for everybody already; to take it back, publish an earlier one again.';
  }
  if (servingAt(timeline, at)?.first.version.number !== version.number) {
    return 'This version is not served any more.';
  }
  if (act === 'hold' && stage.isHeld) return 'The ring is held already.';
  if (act === 'resume' && !stage.isHeld) return 'The ring is not held.';
  return undefined;
}

/**
 * Whether a version with rings can be released for an instant: of one offer one version at a time goes through
 * rings, since nobody could tell otherwise who is served what.
 *
 * @returns the number of the version whose rings stand against it
 * @public
 */
export function ringsInTheWay(
  timeline: OfferTimeline,
  next: Pick<TimedVersion, 'access'>,
  from: string,
): number | undefined {
  if (next.access.rings.length === 0) return undefined;
  return timeline.versions.find(version => {
    const way = ringWay(version, timeline);
    if (version.access.rings.length === 0 || way.rolledBackAt !== undefined) return false;
    const stage = ringStageAt(way, from);
    return stage === undefined
      ? version.validFrom <= from
      : stage.ring < version.access.rings.length;
  })?.number;
}

/** When orders through a ring speak for themselves: from so many on, at a share of failures. @public */
export interface RingWatch {
  /** how many orders must have ended before a rate says anything */
  atLeast: number;
  /** the share of failed ones, in per cent, from which the ring is held */
  failedPercent: number;
}

/**
 * Whether a ring is to be held by itself: enough orders through it have ended, and too many of them failed.
 * @param orders - how many orders of the ring's version have ended since the ring began, and how many of them failed
 * @public
 */
export function isRingToBeHeld(
  orders: { ended: number; failed: number },
  { atLeast, failedPercent }: RingWatch,
): boolean {
  if (orders.failed === 0) return false;
  return orders.ended >= atLeast && orders.failed * 100 >= orders.ended * failedPercent;
}
