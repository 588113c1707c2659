import { Connection } from '../database/Database';
import { fromRow, PlanRow, StoredPlan } from './store';

/** Plans under way or released with a date within a time, by release date; at most 500 of them. */
export async function selectPlansDated(
  knex: Connection,
  { from, until }: { from: string; until: string },
): Promise<StoredPlan[]> {
  const rows = await knex<PlanRow>('plans')
    .whereNotIn('plans.state', ['rejected', 'cancelled'])
    .where(dated =>
      dated
        .whereBetween('plans.release_at', [from, until])
        .orWhereBetween('plans.preparation_at', [from, until])
        .orWhereExists(
          knex('plan_terminations as t')
            .select(knex.raw('1'))
            .whereRaw('t.plan_id = plans.id')
            .where(ends =>
              ends
                .whereBetween('t.notice_at', [from, until])
                .orWhereBetween('t.ends_at', [from, until]),
            ),
        ),
    )
    .orderBy(['plans.release_at', 'plans.id'])
    .limit(500);
  return rows.map(fromRow);
}
