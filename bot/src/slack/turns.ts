/**
 * Lets through what waits in its order, one each turn of the event loop: requests that come meanwhile are heard between
 * two of them.
 */
export class Turns {
  private waiting: (() => void)[] = [];
  private passed = 0;
  private isTurning = false;

  /** Resolves when it is its turn. */
  next(): Promise<void> {
    return new Promise(resolve => {
      this.waiting.push(resolve);
      if (this.isTurning) return;
      this.isTurning = true;
      setImmediate(this.turn);
    });
  }

  private readonly turn = (): void => {
    const pass = this.waiting[this.passed];
    this.passed += 1;
    this.isTurning = this.passed < this.waiting.length;
    if (this.isTurning) setImmediate(this.turn);
    else this.forget();
    pass?.();
  };

  /** All at once: to shift a long list costs its length each time. */
  private forget(): void {
    this.waiting = [];
    this.passed = 0;
  }
}
