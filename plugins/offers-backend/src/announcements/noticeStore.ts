import { Connection } from '../database/Database';
import { DeliveryRow, fromRow, StoredDelivery } from './store';

/** A delivery that its person has not been shown in the portal, with the claim that it is under, if any. */
export interface DueNotice {
  delivery: StoredDelivery;
  /** the claim whose lease ran out */
  token: string | undefined;
}

/** Since when and until when what is due is looked at. */
export interface NoticeTime {
  /** what is older is not shown any more: the portal had no notifications when it was news */
  since: string;
  now: string;
}

/** Deliveries to people that are due and were not shown in the portal, first ones first, by a partial index. */
export async function selectDueNotices(
  knex: Connection,
  { since, now }: NoticeTime,
  limit: number,
): Promise<DueNotice[]> {
  const rows = await knex<DeliveryRow>('deliveries')
    .whereIn('notice', ['due', 'claimed'])
    .where('due_at', '>', since)
    .where('due_at', '<=', now)
    .where(free => free.whereNull('notice_lease').orWhere('notice_lease', '<=', now))
    .orderBy(['due_at', 'seq'])
    .limit(limit);
  return rows.map(row => ({ delivery: fromRow(row), token: row.notice_token ?? undefined }));
}

/** Takes a delivery for the portal if it is still as it was read; says whether (compare and set). */
export async function claimNotice(
  knex: Connection,
  { delivery: { id }, token: before }: DueNotice,
  { token, leaseUntil }: { token: string; leaseUntil: string },
): Promise<boolean> {
  const claimed = await knex<DeliveryRow>('deliveries')
    .where({ id })
    .whereIn('notice', ['due', 'claimed'])
    .modify(same =>
      before === undefined ? same.whereNull('notice_token') : same.where('notice_token', before),
    )
    .update({ notice: 'claimed', notice_token: token, notice_lease: leaseUntil });
  return claimed === 1;
}

/** Stores that it was shown, or that there was nothing to show any more, for the holder of the claim alone. */
export async function endNotice(
  knex: Connection,
  id: string,
  { token, notice }: { token: string; notice: 'shown' | 'untold' },
): Promise<void> {
  await knex<DeliveryRow>('deliveries')
    .where({ id, notice: 'claimed', notice_token: token })
    .update({ notice, notice_token: null, notice_lease: null });
}
