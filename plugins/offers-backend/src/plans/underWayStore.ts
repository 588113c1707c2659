import { PlanState, planStateSchema } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { readOnce } from '../database/readOnce';

/** A plan under way that holds an offer. */
export interface PlanUnderWay {
  offerId: string;
  planId: string;
  title: string;
  state: PlanState;
}

/**
 * The plans under way that hold some offers.
 * @param table - as what they hold them: as one of their offers, or as one that they end
 */
export async function selectUnderWay(
  knex: Connection,
  table: 'plan_offers' | 'plan_terminations',
  offerIds: readonly string[],
): Promise<PlanUnderWay[]> {
  const what = { name: `under way in ${table}`, tables: [table, 'plans'] };
  return readOnce(knex, what, offerIds, async () => {
    const rows = await knex(`${table} as held`)
      .join('plans as p', 'p.id', 'held.plan_id')
      .whereIn('held.offer_id', offerIds)
      .where('held.under_way', 1)
      .select<{ offer_id: string; id: string; title: string; state: string }[]>(
        'held.offer_id',
        'p.id',
        'p.title',
        'p.state',
      );
    return rows.map(row => ({
      offerId: row.offer_id,
      planId: row.id,
      title: row.title,
      state: planStateSchema.parse(row.state),
    }));
  });
}
