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
  /** In how many milliseconds it has something to do, where that is known; it then runs at that instant. */
  untilNext?(ctx: Context): Promise<number | undefined>;
}

/** So much later than due: a timer may be early by a millisecond. */
const LATE_MS = 2;

/** When to look again for what is due and was not done: another replica is doing it. */
const AGAIN_MS = 250;

/** A sweep that also runs at the instant at which it knows that something becomes due before its next turn. */
class Punctual {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly ctx: Context,
    private readonly sweep: Sweep,
  ) {}

  async run(): Promise<void> {
    const { id, run } = this.sweep;
    const done = await run(this.ctx);
    if (done > 0) this.ctx.logger.info(`${id}: ${done} done`);
    await this.lookAhead();
  }

  private async lookAhead(): Promise<void> {
    const { everySeconds, untilNext } = this.sweep;
    const wait = await untilNext?.(this.ctx);
    // What is due later is met by a run before it.
    if (wait === undefined || wait > everySeconds * 1_000) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.atLast(), wait > 0 ? wait + LATE_MS : AGAIN_MS).unref();
  }

  /** The scheduler does not know of this run; what fails is tried again by the next. */
  private async atLast(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      this.ctx.logger.warn(`${this.sweep.id} failed: ${String(error)}`);
    }
  }
}

/** Runs sweeps from now on. A run that fails is logged; the next one tries again. */
export async function startSweeps(
  scheduler: SchedulerService,
  ctx: Context,
  sweeps: readonly Sweep[],
): Promise<void> {
  for (const sweep of sweeps) {
    const punctual = new Punctual(ctx, sweep);
    await scheduler.scheduleTask({
      id: sweep.id,
      scope: 'local',
      frequency: { seconds: sweep.everySeconds },
      timeout: { minutes: 5 },
      fn: () => punctual.run(),
    });
  }
}
