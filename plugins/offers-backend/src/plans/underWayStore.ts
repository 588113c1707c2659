import { PlanState, planStateSchema } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { readBy, Reading } from '../database/Reading';

/** A plan under way that holds an offer. */
export interface PlanUnderWay {
  offerId: string;
  planId: string;
  title: string;
  state: PlanState;
}

interface HeldRow {
  offer_id: string;
  id: string;
  title: string;
  state: string;
}

const underWayIn = (
  table: 'plan_offers' | 'plan_terminations',
): Reading<HeldRow, PlanUnderWay> => ({
  name: `under way in ${table}`,
  tables: [table, 'plans'],
  from: `(select held.offer_id, p.id, p.title, p.state from ${table} as held
    join plans as p on p.id = held.plan_id where held.under_way = 1) as u`,
  columns: ['offer_id', 'id', 'title', 'state'],
  by: 'offer_id',
  of: row => ({
    offerId: row.offer_id,
    planId: row.id,
    title: row.title,
    state: planStateSchema.parse(row.state),
  }),
});

/** As what plans under way hold an offer. */
export const UNDER_WAY = {
  plan_offers: underWayIn('plan_offers'),
  plan_terminations: underWayIn('plan_terminations'),
};

/**
 * The plans under way that hold some offers.
 * @param table - as what they hold them: as one of their offers, or as one that they end
 */
export async function selectUnderWay(
  knex: Connection,
  table: 'plan_offers' | 'plan_terminations',
  offerIds: readonly string[],
): Promise<PlanUnderWay[]> {
  return readBy(knex, UNDER_WAY[table], offerIds);
}
