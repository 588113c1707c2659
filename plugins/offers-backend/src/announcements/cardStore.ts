import { Connection } from '../database/Database';
import { DeliveryRow, fromRow, StoredDelivery } from './store';

/** The first messages of a plan's cards: what is redrawn, and whose threads hear. */
export async function selectCards(tx: Connection, planId: string): Promise<StoredDelivery[]> {
  const rows = await tx<DeliveryRow>('deliveries')
    .where({ plan_id: planId, kind: 'approval-card', act: 'post' })
    .whereNot('state', 'failed')
    .orderBy('seq');
  return rows.map(fromRow);
}

/** The first messages of a person's cards of plans that wait for a decision. */
export async function selectCardsOf(tx: Connection, person: string): Promise<StoredDelivery[]> {
  const rows: DeliveryRow[] = await tx<DeliveryRow>('deliveries as d')
    .join('plans as p', 'p.id', 'd.plan_id')
    .where('p.state', 'submitted')
    .where({ 'd.kind': 'approval-card', 'd.act': 'post', 'd.target': person })
    .whereNot('d.state', 'failed')
    .orderBy('d.seq')
    .select('d.*');
  return rows.map(fromRow);
}
