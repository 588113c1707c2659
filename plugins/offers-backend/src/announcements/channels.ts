import {
  AnnouncementKind,
  Content,
  isRouted,
  mayChannelHear,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { StoredOffer } from '../offers/reading';
import { placesOf } from '../structure/places';

/** What a channel is to hear, of which version's content. */
export interface ToHear {
  offer: StoredOffer;
  content: Content;
  kind: AnnouncementKind;
  at: string;
  /** within which transaction, where it is asked in one */
  connection?: Connection;
}

/** Whether a channel on the list hears something, and why one that is to may not. */
export interface ChannelVerdictAt {
  channel: string;
  mayHear: boolean;
  reason?: string;
}

/**
 * The channels on the list that are to hear something of an offer by where it belongs at an instant, and which of them
 * may: only those whose readers all may see it (rule 1).
 */
export async function channelsToHear(
  ctx: Pick<Context, 'settings' | 'db' | 'clock'>,
  { offer, content, kind, at, connection }: ToHear,
): Promise<ChannelVerdictAt[]> {
  const places = await placesOf(
    ctx,
    { offer, content },
    { at, ...(connection ? { connection } : {}) },
  );
  return ctx.settings.announcementChannels
    .filter(route => isRouted(route, places, kind))
    .map(({ channel, audience }) => {
      const verdict = mayChannelHear(audience, content.access);
      return verdict.mayHear
        ? { channel, mayHear: true }
        : { channel, mayHear: false, reason: verdict.reason };
    });
}
