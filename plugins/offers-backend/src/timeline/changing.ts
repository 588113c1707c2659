import type { Knex } from 'knex';
import {
  endSuspension,
  insertEnding,
  insertRingEvent,
  insertSuspension,
  reviewSuspension,
  StoredEnding,
  StoredRingEvent,
  StoredSuspension,
} from './store';

/** Notes that an offer is suspended from an instant on. */
export async function suspendLife(
  tx: Knex.Transaction,
  suspension: Pick<StoredSuspension, 'id' | 'offerId' | 'kind' | 'reason' | 'from' | 'startedBy'>,
): Promise<void> {
  await insertSuspension(tx, suspension);
}

/** Notes that an offer is suspended no more; says whether it was. */
export async function resumeLife(
  tx: Knex.Transaction,
  offerId: string,
  end: { at: string; by: string; reason: string },
): Promise<boolean> {
  return endSuspension(tx, offerId, end);
}

/** Notes what came of a review; says whether it is the first. */
export async function reviewSuspensionOf(
  tx: Knex.Transaction,
  key: { id: string; offerId: string },
  review: { at: string; by: string; text: string },
): Promise<boolean> {
  return reviewSuspension(tx, key, review);
}

/** Notes what a person did with a ring. */
export async function moveRing(tx: Knex.Transaction, event: StoredRingEvent): Promise<void> {
  await insertRingEvent(tx, event);
}

/** Notes that an offer ends. */
export async function endLife(tx: Knex.Transaction, ending: StoredEnding): Promise<void> {
  await insertEnding(tx, ending);
}
