import { Connection } from '../database/Database';
import { DeliveryRow, StoredDelivery } from './store';

/**
 * Gives a claimed delivery back until an instant, as if nobody had tried to send it; if the claim has passed to another worker meanwhile,
 * nothing is changed.
 */
export async function holdDelivery(
  tx: Connection,
  { id, token, attempts, dueAt }: Pick<StoredDelivery, 'id' | 'token' | 'attempts' | 'dueAt'>,
  until: string,
): Promise<void> {
  const before = attempts - 1;
  await tx<DeliveryRow>('deliveries')
    .where({ id, token: token ?? '', state: 'claimed' })
    .update({
      state: 'pending',
      due_at: until,
      held_from: dueAt,
      attempts: before,
      token: null,
      lease_until: null,
      ...(before === 0 ? { first_attempt_at: null } : {}),
    });
}

/** What waits for the end of a person's quiet time is due when it was: the next claim asks anew, by the hours that are theirs then. */
export async function releaseHeld(tx: Connection, person: string): Promise<void> {
  await tx<DeliveryRow>('deliveries')
    .where({ target: person, state: 'pending' })
    .whereNotNull('held_from')
    .update({ due_at: tx.ref('held_from'), held_from: null });
}
