import { Connection } from '../database/Database';
import { fromRow, PlanRow, StoredPlan } from './store';

/** Plans that wait for a decision. */
export async function selectWaiting(knex: Connection): Promise<StoredPlan[]> {
  const rows: PlanRow[] = await knex<PlanRow>('plans')
    .where({ state: 'submitted' })
    .orderBy(['updated_at', 'id']);
  return rows.map(fromRow);
}

/** Plans that wait for a decision which nobody may give any more, the first that expired first. */
export async function selectExpired(
  knex: Connection,
  at: string,
  limit: number,
): Promise<string[]> {
  const rows = await knex<PlanRow>('plans')
    .where({ state: 'submitted' })
    .whereNotNull('expires_at')
    .where('expires_at', '<=', at)
    .orderBy('expires_at')
    .limit(limit)
    .select('id');
  return rows.map(({ id }) => id);
}
