import { Connection } from '../database/Database';
import { DeliveryRow, fromRow, selectDeliveries, StoredDelivery } from './store';

/** The first messages of a plan's cards: what is redrawn, and whose threads hear. */
export async function selectCards(tx: Connection, planId: string): Promise<StoredDelivery[]> {
  const rows = await tx<DeliveryRow>('deliveries')
    .where({ plan_id: planId, kind: 'approval-card', act: 'post' })
    .whereNot('state', 'failed')
    .orderBy('seq');
  return rows.map(fromRow);
}

/**
 * What shows a plan: the first messages of its cards, then its reminders that were sent or may be on their way at an
 * instant. What they say has to stay true; a reminder that is planned for later is drawn when it is due.
 */
export async function selectShown(
  tx: Connection,
  planId: string,
  at: string,
): Promise<StoredDelivery[]> {
  const begun = ({ state, dueAt }: StoredDelivery) =>
    ['sent', 'claimed', 'unclear'].includes(state) || (state === 'pending' && dueAt <= at);
  const posts = (await selectDeliveries(tx, planId)).filter(({ act }) => act === 'post');
  return [
    ...posts.filter(({ kind, state }) => kind === 'approval-card' && state !== 'failed'),
    ...posts.filter(post => post.kind === 'reminder' && begun(post)),
  ];
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
