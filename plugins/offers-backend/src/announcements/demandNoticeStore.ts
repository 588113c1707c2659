import { Connection } from '../database/Database';
import { DeliveryRow, fromRow, StoredDelivery } from './store';

/** What was told, or is to be, of a demand, in the order in which it came about. */
export async function selectDeliveriesOfDemand(
  knex: Connection,
  demandId: string,
): Promise<StoredDelivery[]> {
  const rows = await knex<DeliveryRow>('deliveries').where({ demand_id: demandId }).orderBy('seq');
  return rows.map(fromRow);
}
