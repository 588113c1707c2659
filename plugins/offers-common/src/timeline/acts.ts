import { refuseRingAct } from './ringRules';
import { isSuspendedAt, servingAt } from './serving';
import { OfferTimeline, RingEvent, Suspension, TimedVersion } from './timeline';

/** What a person does to the public life of an offer. @public */
export const offerActs = [
  'suspend',
  'emergency',
  'resume',
  'ring-promote',
  'ring-hold',
  'ring-resume',
  'ring-roll-back',
  'roll-back',
] as const;

/** One thing that a person does to the public life of an offer. @public */
export type OfferAct = (typeof offerActs)[number];

/**
 * Why an offer cannot be suspended now; undefined when it can. What is suspended can still be stopped in an emergency, which
 * holds more: nobody has to let it be ordered again for that.
 * @public
 */
export function refuseSuspension(
  timeline: OfferTimeline,
  kind: Suspension['kind'],
  at: string,
): string | undefined {
  if (openSuspension(timeline)?.kind === 'suspend' && kind === 'emergency') return undefined;
  if (isSuspendedAt(timeline, at)) return 'The offer is suspended already.';
  return servingAt(timeline, at)
    ? undefined
    : 'The offer is not offered now, so there is nothing to suspend.';
}

/** Why an offer cannot be resumed now; undefined when it can. @public */
export function refuseResume(timeline: OfferTimeline): string | undefined {
  return openSuspension(timeline) ? undefined : 'The offer is not suspended.';
}

/** The suspension that lasts, if there is one. */
function openSuspension({ suspensions }: OfferTimeline): Suspension | undefined {
  return suspensions.find(({ until }) => until === undefined);
}

/** Why the content of an earlier version cannot come back now; undefined when it can. @public */
export function refuseRollBack(
  timeline: OfferTimeline,
  {
    number,
    validFrom,
    validUntil,
  }: Pick<TimedVersion, 'number' | 'validUntil'> & {
    validFrom: string | undefined;
  },
  at: string,
): string | undefined {
  const serving = servingAt(timeline, at)?.first.version.number;
  if (serving === undefined) return 'The offer is not offered now; plan a new version instead.';
  if (serving === number) return `Version ${serving} is what is served now.`;
  if (validFrom !== undefined && validFrom > at) {
    return `Version ${number} has not begun yet, so there is nothing to go back to.`;
  }
  return validUntil !== undefined && validUntil <= at
    ? `Version ${number} was to end before now; plan a new version instead.`
    : undefined;
}

/**
 * Which version an act means when none is named: of rings the one that is served now, of a roll-back the one that
 * began last before that and can come back.
 * @public
 */
export function versionMeant(
  timeline: OfferTimeline,
  act: OfferAct,
  at: string,
): number | undefined {
  const serving = servingAt(timeline, at)?.first.version.number;
  if (act !== 'roll-back') return serving;
  return [...timeline.versions]
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.number - a.number)
    .find(version => refuseRollBack(timeline, version, at) === undefined)?.number;
}

/** The life of an offer as an act would leave it, or why the act cannot be done. @public */
export type LifeAfter =
  | { ok: true; timeline: OfferTimeline; version: number | undefined }
  | { ok: false; refusal: string };

/**
 * What an act would make of an offer's public life if it were done now: the acts themselves ask the same
 * refusals, so that a preview and what is done cannot disagree.
 *
 * @param version - of rings and roll-backs: which version; absent: see {@link versionMeant}
 * @public
 */
export function lifeAfterAct(
  timeline: OfferTimeline,
  { act, version: asked }: { act: OfferAct; version?: number | undefined },
  at: string,
): LifeAfter {
  const number = asked ?? versionMeant(timeline, act, at);
  const version = timeline.versions.find(each => each.number === number);
  const refusal = refusalOf();
  if (refusal !== undefined) return { ok: false, refusal };
  return { ok: true, timeline: done(timeline, { act, version, at }), version: version?.number };

  function refusalOf(): string | undefined {
    if (act === 'suspend' || act === 'emergency') return refuseSuspension(timeline, act, at);
    if (act === 'resume') return refuseResume(timeline);
    if (!version) {
      return asked === undefined
        ? 'There is no version that this can be done to now.'
        : `Version ${asked} is not published.`;
    }
    return act === 'roll-back'
      ? refuseRollBack(timeline, version, at)
      : refuseRingAct(timeline, version, ringActOf(act), at);
  }
}

/** What a ring act is called where it is kept. @public */
export function ringActOf(
  act: Exclude<OfferAct, 'suspend' | 'emergency' | 'resume' | 'roll-back'>,
) {
  const kinds: Record<typeof act, RingEvent['kind']> = {
    'ring-promote': 'promote',
    'ring-hold': 'hold',
    'ring-resume': 'resume',
    'ring-roll-back': 'roll-back',
  };
  return kinds[act];
}

function done(
  timeline: OfferTimeline,
  { act, version, at }: { act: OfferAct; version: TimedVersion | undefined; at: string },
): OfferTimeline {
  const { versions, suspensions, ringEvents } = timeline;
  switch (act) {
    case 'suspend':
    case 'emergency':
      return {
        ...timeline,
        suspensions: [...endedAt(suspensions, at), { from: at, until: undefined, kind: act }],
      };
    case 'resume':
      return { ...timeline, suspensions: endedAt(suspensions, at) };
    case 'roll-back':
      return version
        ? { ...timeline, versions: [...versions, repeated(versions, version, at)] }
        : timeline;
    default:
      return version
        ? {
            ...timeline,
            ringEvents: [...ringEvents, { number: version.number, kind: ringActOf(act), at }],
          }
        : timeline;
  }
}

function endedAt(suspensions: readonly Suspension[], at: string): Suspension[] {
  return suspensions.map(each => ({ ...each, until: each.until ?? at }));
}

/** The content of an earlier version as a new one: at once, and for everybody. */
function repeated(
  versions: readonly TimedVersion[],
  version: TimedVersion,
  at: string,
): TimedVersion {
  const number = Math.max(...versions.map(each => each.number)) + 1;
  return { ...version, number, validFrom: at, access: { ...version.access, rings: [] } };
}
