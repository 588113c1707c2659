import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

/** While the process is later than this for what it was to do, nothing more is begun: acknowledgements come first. */
const LATE_MS = 20;

/** But after so long one more is begun all the same. */
const LONGEST_WAIT_MS = 100;

/** What is being handled right now. */
export class Activity {
  private readonly running = new Set<Promise<unknown>>();
  private readonly waiting: (() => void)[] = [];
  private isBeginning = false;

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
   * Runs what Slack does not wait for: it has its acknowledgement. Under load it is begun when there is time, so that
   * requests that come meanwhile are acknowledged within the limit.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.run(async () => {
      await new Promise<void>(resolve => {
        this.waiting.push(resolve);
        if (!this.isBeginning) void this.beginWaiting();
      });
      return work();
    });
  }

  /** Resolves when what runs now has ended, well or not. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.running]);
  }

  private async beginWaiting(): Promise<void> {
    this.isBeginning = true;
    for (let begin = this.waiting.shift(); begin; begin = this.waiting.shift()) {
      await timeLeft();
      begin();
    }
    this.isBeginning = false;
  }
}

/** Resolves when the process is not late, or after a while. */
async function timeLeft(): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const before = performance.now();
    await turn();
    const now = performance.now();
    if (now - before < LATE_MS || now - begun > LONGEST_WAIT_MS) return;
    await wait(1);
  }
}
