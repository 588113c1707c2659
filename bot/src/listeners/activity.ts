import { setImmediate as turn } from 'node:timers/promises';

/** A turn of the event loop that takes longer has kept requests waiting. */
const LATE_MS = 20;

/** So much at least is done at once, however late the process is. */
const FEWEST_AT_ONCE = 2;

/** And so much at most: each has a connection to the portal or to Slack. */
const MOST_AT_ONCE = 500;

/** What is being handled right now. */
export class Activity {
  private readonly running = new Set<Promise<unknown>>();
  private readonly waiting: (() => void)[] = [];
  private isBeginning = false;
  private begun = 0;
  private atOnce = FEWEST_AT_ONCE;

  /** Runs something at once, and counts it as running until it ends. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const promise = work();
    this.running.add(promise);
    try {
      return await promise;
    } finally {
      this.running.delete(promise);
    }
  }

  /**
   * Runs what Slack does not wait for: it has its acknowledgement. So much of it runs at once as leaves the process
   * punctual, since what comes back from the portal in one moment is worked through in one go, and requests wait for it:
   * a little with a portal that answers at once, much with a slow one.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.run(async () => {
      await new Promise<void>(resolve => {
        this.waiting.push(resolve);
        void this.beginWaiting();
      });
      try {
        return await work();
      } finally {
        this.begun -= 1;
        void this.beginWaiting();
      }
    });
  }

  /** Resolves when all of it has ended, well or not. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled([...this.running]);
  }

  private async beginWaiting(): Promise<void> {
    if (this.isBeginning) return;
    this.isBeginning = true;
    while (this.waiting.length > 0 && this.begun < this.atOnce) {
      await this.measured();
      if (this.begun >= this.atOnce) break;
      this.begun += 1;
      this.waiting.shift()?.();
    }
    this.isBeginning = false;
  }

  /** Takes a turn of the loop: a late one halves what may run at once, a punctual one adds to it where it is used up. */
  private async measured(): Promise<void> {
    const before = performance.now();
    await turn();
    if (performance.now() - before > LATE_MS) {
      this.atOnce = Math.max(FEWEST_AT_ONCE, Math.floor(this.atOnce / 2));
    } else if (this.begun + 1 >= this.atOnce) {
      this.atOnce = Math.min(MOST_AT_ONCE, this.atOnce + 1);
    }
  }
}
