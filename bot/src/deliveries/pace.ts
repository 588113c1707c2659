/** And a few at once now and then: what was lost to a pause may be made up for. */
const AT_ONCE = 3;

/** When the next message of one channel may go: one a second on average (or as is told), three at once at most. */
export class Pace {
  /** when the average is kept again, if nothing more is sent */
  private settled = 0;
  private closedUntil = 0;

  /** @param everyMs - how far apart messages are on average */
  constructor(
    private readonly everyMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** How long the next message has to wait, ms, when some others go before it. */
  waitMs(before = 0): number {
    const now = this.now();
    const settled = Math.max(this.settled, now) + before * this.everyMs;
    const allowed = Math.max(settled - (AT_ONCE - 1) * this.everyMs, this.closedUntil);
    return Math.max(0, allowed - now);
  }

  /** A message goes now. */
  took(): void {
    this.settled = Math.max(this.settled, this.now()) + this.everyMs;
  }

  /** Slack did not take it, and asks to wait. */
  limited(seconds: number): void {
    this.settled -= this.everyMs;
    this.closedUntil = Math.max(this.closedUntil, this.now() + seconds * 1_000);
  }

  /** Whether nothing of this channel is on anybody's mind any more. */
  get idle(): boolean {
    return Math.max(this.settled, this.closedUntil) <= this.now();
  }
}
