/** What is being handled right now. */
export class Activity {
  private readonly running = new Set<Promise<unknown>>();

  /** Runs something, and counts it as running until it ends. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const promise = work();
    this.running.add(promise);
    try {
      return await promise;
    } finally {
      this.running.delete(promise);
    }
  }

  /** Resolves when what runs now has ended, well or not. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.running]);
  }
}
