import { Connection } from '../database/Database';
import { DeliveryRow, fromRow, StoredDelivery } from './store';

/** A delivery that failed, with its place in the log. */
export interface StoredFailure {
  seq: number;
  delivery: StoredDelivery;
}

/** What could not be delivered, latest first, from a place in the log on. */
export async function selectFailed(
  knex: Connection,
  { before, limit }: { before: number | undefined | ''; limit: number },
): Promise<StoredFailure[]> {
  const rows: DeliveryRow[] = await knex<DeliveryRow>('deliveries')
    .where({ state: 'failed' })
    .modify(query => {
      if (before) query.where('seq', '<', before);
    })
    .orderBy('seq', 'desc')
    .limit(limit);
  return rows.map(row => ({ seq: row.seq, delivery: fromRow(row) }));
}

/**
 * Makes a delivery due anew that failed, or whose message is not there any more; says whether it still was as it was
 * read (compare and set).
 *
 * @param anew - whether it is posted as if never before: nothing of earlier attempts is looked for
 */
export async function reopenDelivery(
  tx: Connection,
  { id, state }: Pick<StoredDelivery, 'id' | 'state'>,
  { at, anew }: { at: string; anew: boolean },
): Promise<boolean> {
  const opened = await tx<DeliveryRow>('deliveries')
    .where({ id, state })
    .update({
      state: 'pending',
      due_at: at,
      attempts: 0,
      error: null,
      token: null,
      lease_until: null,
      ...(anew
        ? { may_have_posted: 0, first_attempt_at: null, message_channel: null, message_ts: null }
        : {}),
    });
  return opened === 1;
}

/** What was held back since its message failed follows that message again. */
export async function reviveDependents(
  tx: Connection,
  baseId: string,
  { error, at }: { error: string; at: string },
): Promise<void> {
  await tx<DeliveryRow>('deliveries')
    .where({ base_id: baseId, state: 'withheld', error })
    .update({ state: 'pending', due_at: at, error: null });
}

/** Updates that failed of a message that is posted anew: it is drawn from what is true then. */
export async function withholdFailedUpdates(
  tx: Connection,
  baseId: string,
  error: string,
): Promise<void> {
  await tx<DeliveryRow>('deliveries')
    .where({ base_id: baseId, act: 'update', state: 'failed' })
    .update({ state: 'withheld', error });
}
