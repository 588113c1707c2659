import {
  DeliveryBody,
  heldUntil,
  QuietHours,
  quietHoursFor,
} from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { Connection } from '../database/Database';
import { holdDelivery } from './holdStore';
import { holdReader, selectReaders, StoredReader } from './readerStore';
import { StoredDelivery } from './store';

/** What quiet hours mean for a message: it waits, or who delivers it asks where its reader is. */
export type Rest = { until: string } | { ask: QuietHours };

/** A message that is about to be sent. */
export interface AboutToBeSent {
  delivery: StoredDelivery;
  body: DeliveryBody;
}

/**
 * What quiet hours mean for messages to people that are about to be sent: those of the reader, or of the policy, in the zone that the
 * reader has named. A message that may have been posted does not wait: it is looked for. Nor does what is redrawn: it makes no sound.
 */
export async function restsOf(
  ctx: Pick<Context, 'db' | 'settings'>,
  connection: Connection,
  messages: readonly AboutToBeSent[],
): Promise<Map<string, Rest>> {
  const toPeople = messages.filter(({ delivery }) => canRest(delivery));
  const rests = new Map<string, Rest>();
  if (toPeople.length === 0) return rests;
  const at = await ctx.db.now(connection);
  const people = toPeople.map(({ delivery }) => delivery.target);
  const readers = await selectReaders(connection, people);
  const policy = ctx.settings.approval.quietHours;
  for (const { delivery, body } of toPeople) {
    const reader = readers.get(delivery.target);
    const own = reader?.quiet ?? undefined;
    const quiet = quietHoursFor(body, { own, policy, zone: reader?.zone ?? 'UTC' });
    if (!quiet) continue;
    const zone = zoneOf(reader);
    const until = zone && heldUntil(body, { quiet, zone, at });
    if (until) rests.set(delivery.id, { until });
    else if (!zone) rests.set(delivery.id, { ask: quiet });
  }
  return rests;
}

/** Where a person is, if they said so: `UTC` is what stands there until they do, but beside hours of their own it is meant. */
function zoneOf(reader: StoredReader | undefined): string | undefined {
  return reader && (reader.quiet || reader.zone !== 'UTC') ? reader.zone : undefined;
}

function canRest({ targetKind, act, mayHavePosted }: StoredDelivery): boolean {
  return targetKind === 'person' && act !== 'update' && !mayHavePosted;
}

/**
 * Lets a message wait for the end of a quiet time. What its reader wishes is asked again while it cannot change, so that none waits
 * for hours that they have just given up.
 */
export async function letRest(
  ctx: Pick<Context, 'db' | 'settings'>,
  message: AboutToBeSent,
): Promise<void> {
  const { delivery } = message;
  await ctx.db.transaction(async tx => {
    await holdReader(tx, delivery.target);
    const rest = (await restsOf(ctx, tx, [message])).get(delivery.id);
    await holdDelivery(tx, delivery, rest && 'until' in rest ? rest.until : delivery.dueAt);
  });
}
