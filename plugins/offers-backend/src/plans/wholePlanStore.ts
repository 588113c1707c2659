import type { Knex } from 'knex';
import { deliveriesAhead } from '../announcements/deliveries';
import { ahead, readAhead } from '../database/readAhead';
import { offersAhead } from '../offers/reading';
import { revisionAhead } from '../structure/reading';
import { DECISIONS } from './decisionStore';
import { CHANGES, IMPLEMENTERS, TERMINATIONS } from './itemStore';
import { OPEN_STAYS } from './stayStore';
import { lockPlan, PLAN_AUTHORS, PLAN_OFFERS, selectPlanOffers, StoredPlan } from './store';

/** Locks a plan, and reads ahead what it is made of, who had a part in it and what was decided. */
export async function lockWholePlan(
  tx: Knex.Transaction,
  id: string,
): Promise<StoredPlan | undefined> {
  const plan = await lockPlan(tx, id);
  if (plan) await readWholePlan(tx, id);
  return plan;
}

/** Reads ahead, by one statement, what is asked of a plan again and again: a page of it asks most of this two or three times. */
export async function readWholePlan(tx: Knex.Transaction, id: string): Promise<void> {
  await readAhead(tx, [
    ahead(PLAN_OFFERS, [id]),
    ahead(TERMINATIONS, [id]),
    ahead(CHANGES, [id]),
    ahead(DECISIONS, [id]),
    ahead(PLAN_AUTHORS, [id]),
    ahead(IMPLEMENTERS, [id]),
    ahead(OPEN_STAYS, [id]),
    deliveriesAhead(id),
    revisionAhead,
    ...offersAhead({
      selection: 'select offer_id from plan_offers where plan_id = ?',
      values: [id],
      ids: async () => (await selectPlanOffers(tx, [id])).map(({ offerId }) => offerId),
    }),
  ]);
}
