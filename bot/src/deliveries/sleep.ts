/** A pause that can be ended early. A wake that comes while nobody sleeps ends the next pause. */
export class Sleep {
  private sleepers = new Set<() => void>();
  private woken = false;

  /** Pauses for a time, or until the next {@link Sleep.wake}. */
  for(ms: number): Promise<void> {
    if (this.woken) {
      this.woken = false;
      return Promise.resolve();
    }
    return new Promise(resolve => {
      const end = () => {
        clearTimeout(timer);
        this.sleepers.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.sleepers.add(end);
    });
  }

  /** Ends every pause. */
  wake(): void {
    if (this.sleepers.size === 0) this.woken = true;
    for (const end of [...this.sleepers]) end();
  }
}
