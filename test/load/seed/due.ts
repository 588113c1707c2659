import { Segment } from '@offerdesk/backstage-plugin-offers-common';
import {
  insertDeliveries,
  insertOffers,
  putAnnouncement,
  replaceComputed,
  replaceListing,
  replaceTurns,
  whereMade,
} from './backendRows';
import { Bulk, Row } from './bulk';
import { capturing } from './capture';
import { publishedAs, storedOffer, version } from './offers';
import { WorldOffer, worldOffer } from './world';

/** Offers that all become available at one instant. */
export interface Due {
  from: number;
  count: number;
  at: string;
  /** who may see and order them */
  audience: string;
  /** the plan that brings them, which must exist */
  planId: string;
  channel: string;
}

/** Writes offers whose one version begins at the instant, with what is announced then. */
export async function seedDue(bulk: Bulk, due: Due): Promise<void> {
  let rows: { table: string; rows: Row[] }[] = [];
  const tx = capturing(bulk.client, (table, taken) => rows.push({ table, rows: taken }));
  for (let index = due.from; index < due.from + due.count; index += 1) {
    rows = [];
    await oneDue(tx, dueOffer(index, due.audience), due);
    for (const { table, rows: taken } of rows) await bulk.add(table, taken);
  }
}

/** An offer of the world with another audience. */
export function dueOffer(index: number, audience: string): WorldOffer {
  const offer = worldOffer(index);
  const access = {
    ...offer.content.access,
    see: { allow: [audience], deny: [] },
    order: { allow: [audience], deny: [] },
  };
  return { ...offer, audience: [audience], content: { ...offer.content, access } };
}

async function oneDue(
  tx: ReturnType<typeof capturing>,
  offer: WorldOffer,
  { at, planId, channel }: Due,
): Promise<void> {
  const now = new Date().toISOString();
  const stored = storedOffer(offer, { first: now, second: now, ahead: at });
  await insertOffers(tx, [{ offer: stored, content: offer.content }]);
  await version(tx, offer, { number: 1, from: at });
  const segment: Segment = {
    from: at,
    until: undefined,
    number: 1,
    state: 'available',
    audience: { whom: 'all' },
  };
  const { id } = stored;
  await replaceComputed(tx, id, { segments: [segment], needs: [], members: [] });
  const versions = [publishedAs(stored, offer, 1, at)];
  await replaceListing(
    tx,
    { offer: stored, versions, segments: [segment], whereabouts: whereMade(stored) },
    now,
  );
  await replaceTurns(tx, id, [{ at, kind: 'available', number: 1 }], now);
  const announcementId = id.replace('0ffe', 'a000');
  await putAnnouncement(tx, {
    id: announcementId,
    offerId: id,
    number: 1,
    kind: 'available',
    planId,
    dueAt: at,
  });
  await insertDeliveries(
    tx,
    [
      {
        id: id.replace('0ffe', 'de1a'),
        key: `offer:${id}:v1:available:${channel}`,
        lane: `offer:${id}:${channel}`,
        kind: 'announcement',
        act: 'post',
        targetKind: 'channel',
        target: channel,
        planId,
        announcementId,
        dueAt: at,
      },
    ],
    now,
  );
}
