import { AnnouncementKind, DeliveryState } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { insertNewRows } from '../database/insertRows';
import { readBy, writeThrough } from '../database/Reading';
import { DELIVERIES, DeliveryRow, fromRow, inOrder, StoredDelivery } from './deliveryRow';

export { DELIVERIES, fromRow };
export type { DeliveryRow, StoredDelivery };

/** What a new delivery says. */
export type NewDelivery = Pick<
  StoredDelivery,
  'id' | 'key' | 'lane' | 'kind' | 'act' | 'targetKind' | 'target' | 'dueAt'
> & {
  planId?: string;
  demandId?: string;
  announcementId?: string;
  baseId?: string;
  detail?: unknown;
  withheld?: string;
};

/** The states in which something is still to be done. */
const OPEN = ['pending', 'unclear', 'claimed'];

/** Adds deliveries; one whose key exists already stays as it is (rule 5). */
export async function insertDeliveries(
  tx: Connection,
  deliveries: readonly NewDelivery[],
  at: string,
): Promise<void> {
  const rows = deliveries.map(({ detail, withheld, ...delivery }) => ({
    id: delivery.id,
    key: delivery.key,
    lane: delivery.lane,
    kind: delivery.kind,
    act: delivery.act,
    target_kind: delivery.targetKind,
    target: delivery.target,
    plan_id: delivery.planId ?? null,
    demand_id: delivery.demandId ?? null,
    announcement_id: delivery.announcementId ?? null,
    base_id: delivery.baseId ?? null,
    detail: JSON.stringify(detail ?? {}),
    state: withheld ? 'withheld' : 'pending',
    due_at: delivery.dueAt,
    attempts: 0,
    may_have_posted: 0,
    error: withheld ?? null,
    created_at: at,
    notice: delivery.targetKind === 'person' && delivery.act === 'post' ? 'due' : null,
  }));
  const planIds = [...new Set(deliveries.flatMap(({ planId }) => planId ?? []))];
  let added: DeliveryRow[] = [];
  await writeThrough(tx, DELIVERIES, planIds, {
    write: async () => {
      added = await insertNewRows<DeliveryRow, (typeof rows)[number]>(tx, 'deliveries', rows);
    },
    after: before => [...before, ...added.sort(inOrder).map(fromRow)],
  });
}

/**
 * Moves what has not been sent to when it is due now, and what was held back since it was not wanted any
 * more is wanted again. What is on its way, or there, stays.
 */
export async function askLater(
  tx: Connection,
  deliveries: readonly Pick<NewDelivery, 'key' | 'dueAt'>[],
): Promise<void> {
  for (const { key, dueAt } of deliveries) {
    await tx<DeliveryRow>('deliveries')
      .where({ key })
      .whereIn('state', ['pending', 'withheld'])
      .whereNull('message_ts')
      .where('may_have_posted', 0)
      .whereNot('due_at', dueAt)
      .update({
        state: 'pending',
        due_at: dueAt,
        held_from: null,
        error: null,
        // What was not wanted when it was due is wanted in the portal again, too; what was shown stays so.
        notice: tx.raw("case when notice = 'untold' then 'due' else notice end"),
      });
  }
}

/** Every delivery of a plan, in the order in which they came about. */
export async function selectDeliveries(
  knex: Connection,
  planId: string,
): Promise<StoredDelivery[]> {
  return readBy(knex, DELIVERIES, [planId]);
}

/** One delivery. */
export async function selectDelivery(
  knex: Connection,
  id: string,
): Promise<StoredDelivery | undefined> {
  const row = await knex<DeliveryRow>('deliveries').where({ id }).first();
  return row && fromRow(row);
}

/** Several deliveries. */
export async function selectDeliveriesById(
  knex: Connection,
  ids: readonly string[],
): Promise<StoredDelivery[]> {
  const rows = await knex<DeliveryRow>('deliveries').whereIn('id', ids);
  return rows.map(fromRow);
}

/**
 * Deliveries that can be sent now: due, nobody's, first in their lane, and with the message that they
 * update or answer already sent. The due ones stand in a partial index, so the log of what was sent
 * costs nothing.
 */
export async function selectDue(
  tx: Connection,
  now: string,
  limit: number,
): Promise<StoredDelivery[]> {
  const rows: DeliveryRow[] = await tx<DeliveryRow>('deliveries as d')
    .leftJoin('deliveries as b', 'b.id', 'd.base_id')
    .whereIn('d.state', OPEN)
    .where('d.due_at', '<=', now)
    .where(free => free.whereNot('d.state', 'claimed').orWhere('d.lease_until', '<=', now))
    .where(base => base.whereNull('d.base_id').orWhere('b.state', 'sent'))
    .whereNotExists(
      tx('deliveries as e')
        .select(tx.raw('1'))
        .whereRaw('e.lane = d.lane')
        .whereRaw('e.seq < d.seq')
        .whereIn('e.state', OPEN)
        // What is planned for later, such as an end, holds up nothing; what was begun and goes on later does.
        .where(first => first.where('e.due_at', '<=', now).orWhere('e.attempts', '>', 0)),
    )
    .orderBy(['d.due_at', 'd.seq'])
    .limit(limit)
    .select('d.*');
  return rows.map(fromRow);
}

/** Claims a delivery if it is still as it was read; says whether (compare and set). */
export async function claimDelivery(
  tx: Connection,
  delivery: StoredDelivery,
  claim: { token: string; worker: string; leaseUntil: string; now: string },
): Promise<boolean> {
  const claimed = await tx<DeliveryRow>('deliveries')
    .where({ id: delivery.id, state: delivery.state, attempts: delivery.attempts })
    .update({
      state: 'claimed',
      token: claim.token,
      worker: claim.worker,
      lease_until: claim.leaseUntil,
      attempts: delivery.attempts + 1,
      may_have_posted: delivery.mayHavePosted || delivery.state !== 'pending' ? 1 : 0,
      first_attempt_at: delivery.firstAttemptAt ?? claim.now,
      held_from: null,
    });
  return claimed === 1;
}

/** What became of a delivery. */
export interface Settlement {
  state: DeliveryState;
  dueAt?: string;
  mayHavePosted: boolean;
  message?: { channel: string; ts: string };
  error?: string;
  sentAt?: string;
}

/** Settles a claimed delivery for the holder of its token; says whether the token still held it. */
export async function settleDelivery(
  tx: Connection,
  id: string,
  token: string,
  settlement: Settlement,
): Promise<boolean> {
  const settled = await tx<DeliveryRow>('deliveries')
    .where({ id, token, state: 'claimed' })
    .update({
      state: settlement.state,
      may_have_posted: settlement.mayHavePosted ? 1 : 0,
      lease_until: null,
      error: settlement.error ?? null,
      ...(settlement.dueAt ? { due_at: settlement.dueAt } : {}),
      ...(settlement.message
        ? { message_channel: settlement.message.channel, message_ts: settlement.message.ts }
        : {}),
      ...(settlement.sentAt ? { sent_at: settlement.sentAt } : {}),
    });
  return settled === 1;
}

/** What was to update or answer a message that could not be sent will never be sent either. */
export async function withholdDependents(
  tx: Connection,
  baseId: string,
  error: string,
): Promise<void> {
  await tx<DeliveryRow>('deliveries')
    .where({ base_id: baseId })
    .whereIn('state', OPEN)
    .update({ state: 'withheld', error });
}

/** What channels are to hear of an offer, of some kinds, that no worker has taken yet. */
export async function selectPlannedDeliveries(
  tx: Connection,
  offerId: string,
  kinds: readonly AnnouncementKind[],
): Promise<StoredDelivery[]> {
  const rows: DeliveryRow[] = await tx<DeliveryRow>('deliveries as d')
    .join('announcements as a', 'a.id', 'd.announcement_id')
    .where('a.offer_id', offerId)
    .whereIn('a.kind', kinds)
    .where({ 'd.attempts': 0, 'd.act': 'post', 'd.target_kind': 'channel' })
    .whereIn('d.state', ['pending', 'withheld'])
    .select('d.*');
  return rows.map(fromRow);
}

/** Plans a delivery anew that no worker has taken yet; one that has been taken stays as it is. */
export async function replanDelivery(
  tx: Connection,
  key: string,
  { dueAt, withheld }: { dueAt?: string; withheld: string | undefined },
): Promise<void> {
  await tx<DeliveryRow>('deliveries')
    .where({ key, attempts: 0 })
    .whereIn('state', ['pending', 'withheld'])
    .update({
      state: withheld ? 'withheld' : 'pending',
      error: withheld ?? null,
      ...(dueAt ? { due_at: dueAt } : {}),
    });
}
