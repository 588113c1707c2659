import {
  Access,
  AnnouncementKind,
  hearsKind,
  mayChannelHear,
  Segment,
} from '@offerdesk/backstage-plugin-offers-common';
import type { OfferLife } from '../timeline/reading';
import { Settings } from '../settings';

/** The announcements that follow from an offer's public life by themselves. */
export type TimedKind = Extract<AnnouncementKind, 'available' | 'changed' | 'ending' | 'ended'>;

/** The kinds that are planned from an offer's public life. */
export const timedKinds: readonly TimedKind[] = ['available', 'changed', 'ending', 'ended'];

/** One thing that one channel is to hear, and when; or why it will not. */
export interface PlannedAnnouncement {
  kind: TimedKind;
  number: number;
  channel: string;
  dueAt: string;
  withheld?: string;
}

interface Life {
  life: OfferLife;
  segments: readonly Segment[];
}

type Channels = Settings['announcementChannels'];

/** What each channel is to hear of an offer: each version once it may be ordered by its readers, and the end. */
export function plannedAnnouncements(channels: Channels, life: Life): PlannedAnnouncement[] {
  const heard = channels.flatMap(route => {
    const { channel, audience } = route;
    const planned = [
      ...versionsFor(channel, audience, life),
      ...endingsFor(channel, audience, life),
    ];
    // Where the offer belongs is asked when it is sent: the structure may have changed by then.
    return planned.filter(({ kind }) => hearsKind(route, kind));
  });
  return [...heard, ...unheard(channels, life)];
}

/** The target of what no channel hears. */
const NO_CHANNEL = '';

/** What there is to tell in channels and none on the list hears of: kept where managers see that, once for each. */
function unheard(channels: Channels, life: Life): PlannedAnnouncement[] {
  // Without a list nothing is announced in channels, and nobody expects it.
  if (channels.length === 0) return [];
  const seen = new Set<string>();
  return plannedTurns(life).flatMap(({ kind, number, dueAt }) => {
    const about = `${kind}:${number}`;
    if (seen.has(about) || channels.some(route => hearsKind(route, kind))) return [];
    seen.add(about);
    const withheld = `Not announced in a channel: none on the list hears of what is ${kind} (offers.announcements.channels).`;
    return [{ kind, number, channel: NO_CHANNEL, dueAt, withheld }];
  });
}

/** One thing that people may want to hear of in person, and an instant at which some of them may. */
export type PlannedTurn = Pick<PlannedAnnouncement, 'kind' | 'number' | 'dueAt'>;

/**
 * When people are to hear of an offer in person, each by their own wish: whenever a version can be ordered by more
 * people than before, and at the end. Who they are is found out then.
 */
export function plannedTurns({ life, segments }: Life): PlannedTurn[] {
  const numbers = [...new Set(segments.map(({ number }) => number))];
  const versions = segments.filter(canBeOrdered).map(({ number, from }) => ({
    kind: numbers[0] === number ? ('available' as const) : ('changed' as const),
    number,
    dueAt: from,
  }));
  const ends = life.endings.slice(-1).flatMap(({ noticeAt, endsAt }) => {
    const last = segments.filter(({ from }) => from < endsAt).at(-1)?.number;
    return last === undefined
      ? []
      : [
          { kind: 'ending' as const, number: last, dueAt: noticeAt },
          { kind: 'ended' as const, number: last, dueAt: endsAt },
        ];
  });
  return [...versions, ...ends];
}

function versionsFor(
  channel: string,
  audience: readonly string[],
  { life, segments }: Life,
): PlannedAnnouncement[] {
  const numbers = [...new Set(segments.map(({ number }) => number))];
  return numbers.flatMap((number, index) => {
    const access = accessOf(life, number);
    const own = segments.filter(segment => segment.number === number);
    const first = own[0];
    if (!access || !first) return [];
    const verdict = mayChannelHear(audience, access);
    // While nothing can be ordered there is nothing to announce: it is due when it can.
    const heard = own.find(segment => canBeOrdered(segment) && isFor(audience, segment));
    const kind = index === 0 ? ('available' as const) : ('changed' as const);
    const planned = { kind, number, channel, dueAt: (heard ?? first).from };
    if (!verdict.mayHear) {
      return [{ ...planned, withheld: `Not announced in ${channel}: ${verdict.reason}.` }];
    }
    return heard
      ? [planned]
      : [{ ...planned, withheld: `Not announced in ${channel} yet: ${notYet(own)}.` }];
  });
}

function endingsFor(
  channel: string,
  audience: readonly string[],
  { life, segments }: Life,
): PlannedAnnouncement[] {
  // An earlier termination that a later one took the place of does not come about.
  return life.endings.slice(-1).flatMap(({ noticeAt, endsAt }) => {
    const last = segments.filter(({ from }) => from < endsAt).at(-1);
    const access = last && accessOf(life, last.number);
    if (!last || !access) return [];
    const verdict = mayChannelHear(audience, access);
    const withheld = verdict.mayHear
      ? {}
      : { withheld: `Not announced in ${channel}: ${verdict.reason}.` };
    const { number } = last;
    return [
      { kind: 'ending' as const, number, channel, dueAt: noticeAt, ...withheld },
      { kind: 'ended' as const, number, channel, dueAt: endsAt, ...withheld },
    ];
  });
}

function accessOf({ versions }: OfferLife, number: number): Access | undefined {
  return versions.find(version => version.number === number)?.content.access;
}

/** Whether it can be ordered while a segment lasts. */
export function canBeOrdered({ state }: Segment): boolean {
  return state === 'available' || state === 'canary' || state === 'ending';
}

/** Whether all who read a channel are served by a segment: announcements follow the ring. */
function isFor(audience: readonly string[], { audience: served }: Segment): boolean {
  if (served.whom === 'all') return true;
  if (served.whom === 'outside') return false;
  return audience.every(principal => served.ring.groups.includes(principal));
}

function notYet(own: readonly Segment[]): string {
  const held = own.find(({ state }) => state === 'held');
  if (held) return 'a product release that it needs is not deployed';
  return own.some(({ state }) => state === 'suspended')
    ? 'the offer is suspended'
    : 'its readers are not in the ring';
}
