import { Connection } from '../database/Database';
import { DeliveryRow, fromRow, StoredDelivery } from './store';

/**
 * The reminders of a plan that were sent, or may be on their way at an instant: what they say has to stay true. What is
 * planned for later is drawn when it is due.
 */
export async function selectSentReminders(
  tx: Connection,
  planId: string,
  at: string,
): Promise<StoredDelivery[]> {
  const rows: DeliveryRow[] = await tx<DeliveryRow>('deliveries')
    .where({ plan_id: planId, kind: 'reminder', act: 'post' })
    .where(begun =>
      begun
        .whereIn('state', ['sent', 'claimed', 'unclear'])
        .orWhere(due => due.where({ state: 'pending' }).where('due_at', '<=', at)),
    )
    .orderBy('seq');
  return rows.map(fromRow);
}
