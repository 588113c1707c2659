import { PlanState, planStateSchema, stageOf } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { putRows } from '../database/insertRows';
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
  const entered = (position: number, into: PlanState, at: string) => ({
    plan_id: id,
    position,
    state: into,
    stage: stageOf(into),
    entered_at: at,
  });
  const next = entered(open ? open.position + 1 : 0, state, updatedAt);
  const stays: StayRow[] = [{ ...next, left_at: null, seconds: null }];
  if (open) {
    const seconds = Math.floor((Date.parse(updatedAt) - Date.parse(open.entered_at)) / 1000);
    const before = entered(open.position, planStateSchema.parse(open.state), open.entered_at);
    stays.unshift({ ...before, left_at: updatedAt, seconds: Math.max(0, seconds) });
  }
  await putRows(tx, 'plan_stays', stays, {
    key: ['plan_id', 'position'],
    change: ['left_at', 'seconds'],
  });
}
