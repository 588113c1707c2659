/** What happens to a request on its way. */
export type Fault =
  'lose-request' | 'lose-answer' | 'limit' | 'error-before' | 'error-after' | 'hang' | 'slow';

/** How often each happens, of a thousand requests. */
export type Faults = Partial<Record<Fault, number>>;

/** Numbers that a seed makes, from 0 to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws what happens to each request, and counts it. */
export class Drawn {
  readonly counted: Partial<Record<Fault, number>> = {};
  /** while false nothing happens */
  on = true;

  constructor(
    private readonly faults: Faults,
    readonly random: () => number,
  ) {}

  next(): Fault | undefined {
    let drawn = this.random() * 1000;
    if (!this.on) return undefined;
    for (const [fault, often] of Object.entries(this.faults)) {
      drawn -= often;
      if (drawn < 0) return this.count(fault as Fault);
    }
    return undefined;
  }

  private count(fault: Fault): Fault {
    this.counted[fault] = (this.counted[fault] ?? 0) + 1;
    return fault;
  }
}
