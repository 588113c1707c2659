import { Access, mayChannelHear } from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';

/** Which of the configured channels may hear of an offer, and why the others may not (rule 1). */
export function channelsFor(
  ctx: Pick<Context, 'settings'>,
  access: Access,
): { channel: string; mayHear: boolean; reason?: string }[] {
  return ctx.settings.announcementChannels.map(({ channel, audience }) => {
    const verdict = mayChannelHear(audience, access);
    return verdict.mayHear
      ? { channel, mayHear: true }
      : { channel, mayHear: false, reason: verdict.reason };
  });
}
