import { takesOverAt } from './deployed';
import { OfferTimeline, RingEvent, TimedVersion } from './timeline';

/** From when a version is in which ring; the index after the last ring means everybody. @public */
export interface RingStage {
  from: string;
  ring: number;
  /** whether somebody holds it: it does not go on by itself */
  isHeld: boolean;
}

/** The way of a version through its rings. @public */
export interface RingWay {
  /** in the order of time; empty while the version has not taken over */
  stages: readonly RingStage[];
  /** from when the version is rolled back */
  rolledBackAt: string | undefined;
}

/**
 * The way of a version through its rings: the first begins when the version takes over; each goes on by itself
 * after its hold time, unless somebody holds it; promoting goes on at once; resuming lets the hold time begin
 * anew; rolling back takes the version out. All of it is computed, also what lies ahead.
 * @public
 */
export function ringWay(
  version: TimedVersion,
  { releases, ringEvents }: Pick<OfferTimeline, 'releases' | 'ringEvents'>,
): RingWay {
  const begin = takesOverAt(version, releases);
  const own = ringEvents
    .filter(({ number }) => number === version.number)
    .sort((a, b) => a.at.localeCompare(b.at));
  const rolledBackAt = own.find(({ kind }) => kind === 'roll-back')?.at;
  if (begin === undefined) return { stages: [], rolledBackAt };
  const stages: RingStage[] = [{ from: begin, ring: 0, isHeld: false }];
  for (const event of own) {
    goOn(version, stages, event.at);
    act(version, stages, event);
  }
  goOn(version, stages, undefined);
  return { stages, rolledBackAt };
}

/** The stage at an instant; undefined before the first. @public */
export function ringStageAt({ stages }: RingWay, at: string): RingStage | undefined {
  return stages.filter(({ from }) => from <= at).at(-1);
}

/** Goes on by itself, ring after ring, up to an instant, or for ever. */
function goOn({ access }: TimedVersion, stages: RingStage[], before: string | undefined): void {
  for (let last = stages.at(-1); last && !last.isHeld; last = stages.at(-1)) {
    const holdHours = access.rings[last.ring]?.holdHours;
    if (holdHours === undefined) return;
    const from = new Date(Date.parse(last.from) + holdHours * 3_600_000).toISOString();
    if (before !== undefined && from > before) return;
    stages.push({ from, ring: last.ring + 1, isHeld: false });
  }
}

function act({ access }: TimedVersion, stages: RingStage[], { kind, at }: RingEvent): void {
  const last = stages.at(-1);
  if (!last || at < last.from || last.ring >= access.rings.length) return;
  if (kind === 'promote') stages.push({ from: at, ring: last.ring + 1, isHeld: false });
  if (kind === 'hold') stages.push({ from: at, ring: last.ring, isHeld: true });
  if (kind === 'resume') stages.push({ from: at, ring: last.ring, isHeld: false });
}
