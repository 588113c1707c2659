import { PlanState, stageOf } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { readBy, Reading } from '../database/Reading';

interface StayRow {
  plan_id: string;
  position: number;
  state: string;
  stage: string;
  entered_at: string;
  left_at: string | null;
  seconds: number | null;
}

/** In which state a plan is, and since when. */
export const OPEN_STAYS: Reading<
  Pick<StayRow, 'position' | 'state' | 'entered_at'>,
  Pick<StayRow, 'position' | 'state' | 'entered_at'>
> = {
  name: 'open stays',
  tables: ['plan_stays'],
  from: 'plan_stays',
  columns: ['position', 'state', 'entered_at'],
  by: 'plan_id',
  and: 'left_at is null',
  of: row => row,
};

/**
 * Notes which state a plan is in since when, and how long it was in the one before. The plan is new or locked, so its
 * stays follow each other without a gap. Walking through a state in one transaction is no stay in it.
 */
export async function noteStay(
  tx: Connection,
  { id, state, updatedAt }: { id: string; state: PlanState; updatedAt: string },
): Promise<void> {
  const [open] = await readBy(tx, OPEN_STAYS, [id]);
  if (open?.state === state) return;
  if (open) {
    const seconds = Math.floor((Date.parse(updatedAt) - Date.parse(open.entered_at)) / 1000);
    await tx<StayRow>('plan_stays')
      .where({ plan_id: id, position: open.position })
      .update({ left_at: updatedAt, seconds: Math.max(0, seconds) });
  }
  await tx<StayRow>('plan_stays').insert({
    plan_id: id,
    position: open ? open.position + 1 : 0,
    state,
    stage: stageOf(state),
    entered_at: updatedAt,
    left_at: null,
    seconds: null,
  });
}
