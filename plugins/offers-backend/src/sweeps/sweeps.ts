import { SchedulerService } from '@backstage/backend-plugin-api';
import { Context } from '../context';

/**
 * Work that time makes due. It runs on every replica, each claims rows itself (compare and set), so that a
 * replica that dies holds up nothing: a global task would wait for its timeout first.
 */
export interface Sweep {
  /** unique, lower case, for the scheduler */
  id: string;
  everySeconds: number;
  /** Does what is due now, a bounded part of it; says how much. */
  run(ctx: Context): Promise<number>;
}

/** Runs sweeps from now on. A run that fails is logged; the next one tries again. */
export async function startSweeps(
  scheduler: SchedulerService,
  ctx: Context,
  sweeps: readonly Sweep[],
): Promise<void> {
  for (const { id, everySeconds, run } of sweeps) {
    await scheduler.scheduleTask({
      id,
      scope: 'local',
      frequency: { seconds: everySeconds },
      timeout: { minutes: 5 },
      fn: async () => {
        const done = await run(ctx);
        if (done > 0) ctx.logger.info(`${id}: ${done} done`);
      },
    });
  }
}
