import { setTimeout as wait } from 'node:timers/promises';

/** A pause that can be ended early. A wake that comes while nobody sleeps ends the next pause. */
export class Sleep {
  private readonly alarms = new Set<AbortController>();
  private woken = false;

  /** Pauses for a time, or until the next {@link Sleep.wake}. */
  async for(ms: number): Promise<void> {
    if (this.woken) {
      this.woken = false;
      return;
    }
    const alarm = new AbortController();
    this.alarms.add(alarm);
    await wait(ms, undefined, { signal: alarm.signal }).catch(() => {});
    this.alarms.delete(alarm);
  }

  /** Ends every pause. */
  wake(): void {
    if (this.alarms.size === 0) this.woken = true;
    for (const alarm of this.alarms) alarm.abort();
  }
}
