import type { Announce, AnnouncementReach } from '@offerdesk/backstage-plugin-offers-common';
import { namedTime } from '../forms/namedTime';

/** An announcement as it is being written. */
export interface AnnouncementDraft {
  text: string;
  channels: readonly string[];
  people: boolean;
  /** local date and time in the reader's zone; empty for at once */
  at: string;
}

export const EMPTY_DRAFT: AnnouncementDraft = { text: '', channels: [], people: false, at: '' };

/** Who of those chosen hears it now: what was routed or wanted a moment ago may be no more. */
export function hearersOf(draft: AnnouncementDraft, reach: AnnouncementReach) {
  const channels = reach.channels
    .filter(({ channel, mayHear }) => mayHear && draft.channels.includes(channel))
    .map(({ channel }) => channel);
  return { channels, people: draft.people ? reach.people : 0 };
}

/**
 * What is sent of a draft; undefined while something is missing.
 *
 * @param now - the time to come begins here
 */
export function announceOf(
  draft: AnnouncementDraft,
  reach: AnnouncementReach,
  { zone, now }: { zone: string; now: Date },
): Announce | undefined {
  const text = draft.text.trim();
  const { channels, people } = hearersOf(draft, reach);
  const isPlannable = reach.kind === 'promotion';
  const { instant: at, fault } = isPlannable ? namedTime(draft.at, zone) : {};
  if (!text || (channels.length === 0 && people === 0)) return undefined;
  if (fault || (at && Date.parse(at) <= now.getTime())) return undefined;
  return {
    kind: reach.kind,
    text,
    channels,
    people: people > 0,
    ...(at ? { at } : {}),
  };
}
