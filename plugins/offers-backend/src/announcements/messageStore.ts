import { Connection } from '../database/Database';
import { DeliveryRow, fromRow, StoredDelivery } from './store';

/** The delivery whose message stands at a place in Slack. */
export async function selectMessage(
  knex: Connection,
  { channel, ts }: { channel: string; ts: string },
): Promise<StoredDelivery | undefined> {
  const row = await knex<DeliveryRow>('deliveries')
    .where({ message_channel: channel, message_ts: ts })
    .whereNotNull('message_ts')
    .orderBy('seq')
    .first();
  return row && fromRow(row);
}
