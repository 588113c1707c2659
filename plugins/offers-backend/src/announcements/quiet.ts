import { DeliveryBody, heldUntil, QuietHours } from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { selectZones } from './readerStore';
import { StoredDelivery } from './store';

/** What quiet hours mean for a message: it waits, or who delivers it asks where its reader is. */
export type Rest = { until: string } | { ask: QuietHours };

/**
 * What quiet hours mean for messages to people that are about to be sent, each in the zone that its reader has named. A message that
 * may have been posted does not wait: it is looked for. Nor does what is redrawn: it makes no sound.
 */
export async function restsOf(
  ctx: Pick<Context, 'db' | 'settings'>,
  messages: readonly { delivery: StoredDelivery; body: DeliveryBody }[],
): Promise<Map<string, Rest>> {
  const quiet = ctx.settings.approval.quietHours;
  const toPeople = messages.filter(({ delivery }) => canRest(delivery));
  const rests = new Map<string, Rest>();
  if (!quiet || toPeople.length === 0) return rests;
  const at = await ctx.db.now(ctx.db.knex);
  const zones = await selectZones(
    ctx.db.knex,
    toPeople.map(({ delivery }) => delivery.target),
  );
  for (const { delivery, body } of toPeople) {
    const zone = zones.get(delivery.target);
    const until = zone && heldUntil(body, { quiet, zone, at });
    if (until) rests.set(delivery.id, { until });
    else if (!zone) rests.set(delivery.id, { ask: quiet });
  }
  return rests;
}

function canRest({ targetKind, act, mayHavePosted }: StoredDelivery): boolean {
  return targetKind === 'person' && act !== 'update' && !mayHavePosted;
}
