import { ringStageAt, ringWay } from './ringStages';
import { endOfVersion } from './serving';
import { OfferTimeline, TimedVersion } from './timeline';

/**
 * The versions that serve somebody at an instant or later, as far as is known now: such as have not ended by then, are
 * not rolled back, and from which no other has taken over for everybody. What waits for a product release, or is in a
 * ring, leaves the version before it serving; what has been replaced for good needs nobody any more (rule 8).
 *
 * @param at - UTC instant, now or ahead
 * @public
 */
export function servingFrom(timeline: OfferTimeline, at: string): TimedVersion[] {
  const standing = timeline.versions.filter(
    version => ringWay(version, timeline).rolledBackAt === undefined,
  );
  return standing.filter(version => {
    const then = version.validFrom > at ? version.validFrom : at;
    const end = endOfVersion(timeline, version, then);
    if (end !== undefined && end <= then) return false;
    return !standing.some(other => isAfter(other, version) && isForAllAt(other, timeline, then));
  });
}

function isAfter(one: TimedVersion, other: TimedVersion): boolean {
  if (one.validFrom === other.validFrom) return one.number > other.number;
  return one.validFrom > other.validFrom;
}

/** Whether a version has taken over for everybody by an instant. */
function isForAllAt(version: TimedVersion, timeline: OfferTimeline, at: string): boolean {
  const stage = ringStageAt(ringWay(version, timeline), at);
  return stage !== undefined && stage.ring >= version.access.rings.length;
}
