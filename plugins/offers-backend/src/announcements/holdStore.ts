import { Connection } from '../database/Database';
import { DeliveryRow, StoredDelivery } from './store';

/**
 * Gives a claimed delivery back until an instant, as if nobody had tried to send it; if the claim has passed to another worker meanwhile,
 * nothing is changed.
 */
export async function holdDelivery(
  knex: Connection,
  { id, token, attempts }: Pick<StoredDelivery, 'id' | 'token' | 'attempts'>,
  until: string,
): Promise<void> {
  const before = attempts - 1;
  await knex<DeliveryRow>('deliveries')
    .where({ id, token: token ?? '', state: 'claimed' })
    .update({
      state: 'pending',
      due_at: until,
      attempts: before,
      token: null,
      lease_until: null,
      ...(before === 0 ? { first_attempt_at: null } : {}),
    });
}
