import { DemandHappening, demandHappeningSchema } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';

interface HappeningRow {
  demand_id: string;
  revision: number;
  at: string;
  actor: string;
  event: string;
  reason: string | null;
}

/** Adds what made a revision of a demand. */
export async function insertHappening(
  tx: Connection,
  demandId: string,
  revision: number,
  { at, by, event, reason }: DemandHappening,
): Promise<void> {
  await tx<HappeningRow>('demand_history').insert({
    demand_id: demandId,
    revision,
    at,
    actor: by,
    event,
    reason: reason ?? null,
  });
}

/** What happened to a demand, the latest last. */
export async function selectHappenings(
  knex: Connection,
  demandId: string,
): Promise<DemandHappening[]> {
  const rows = await knex<HappeningRow>('demand_history')
    .where({ demand_id: demandId })
    .orderBy('revision');
  return rows.map(({ at, actor, event, reason }) =>
    demandHappeningSchema.parse({ at, by: actor, event, ...(reason ? { reason } : {}) }),
  );
}
