import { Access, mayChannelHear } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { insertAnnouncement, insertDeliveries } from './store';

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

/**
 * Announces a version for the instant at which it becomes available: one announcement a version, one
 * delivery a channel, recorded now and due then. Channels that may not hear are recorded as withheld.
 */
export async function announceAvailable(
  ctx: Pick<Context, 'newId' | 'settings'>,
  tx: Knex.Transaction,
  version: { offerId: string; number: number; planId: string; access: Access; from: string },
  at: string,
): Promise<void> {
  const { offerId, number, planId, access, from } = version;
  const id = ctx.newId();
  await insertAnnouncement(tx, { id, offerId, number, kind: 'available', planId, dueAt: from });
  await insertDeliveries(
    tx,
    channelsFor(ctx, access).map(({ channel, reason }) => ({
      id: ctx.newId(),
      key: `offer:${offerId}:v${number}:available:${channel}`,
      lane: `offer:${offerId}:${channel}`,
      kind: 'announcement',
      act: 'post',
      targetKind: 'channel',
      target: channel,
      planId,
      announcementId: id,
      dueAt: from,
      ...(reason ? { withheld: `Not announced in ${channel}: ${reason}.` } : {}),
    })),
    at,
  );
}
