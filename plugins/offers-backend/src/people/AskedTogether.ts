/** A question that waits until the one before it, on the same behalf, was answered. */
interface Waiting<Answer> {
  refs: Set<string>;
  answer: Promise<Answer>;
}

/**
 * Puts together what is asked while an answer is on its way: one question on the same behalf is sent at a time, and the
 * next one asks for everything that came meanwhile. A single question is sent at once.
 */
export class AskedTogether<Answer> {
  private readonly running = new Map<string, Promise<unknown>>();
  private readonly waiting = new Map<string, Waiting<Answer>>();

  /**
   * The answer to a question that asks for these refs, and maybe for others.
   * @param behalf - only what is asked on the same behalf is put together
   */
  ask(
    behalf: string,
    refs: readonly string[],
    send: (refs: readonly string[]) => Promise<Answer>,
  ): Promise<Answer> {
    const before = this.running.get(behalf);
    if (!before) return this.send(behalf, refs, send);
    const waiting = this.waiting.get(behalf);
    if (waiting) {
      for (const ref of refs) waiting.refs.add(ref);
      return waiting.answer;
    }
    const together = new Set(refs);
    const answer = before.then(() => {
      this.waiting.delete(behalf);
      return this.send(behalf, [...together], send);
    });
    this.waiting.set(behalf, { refs: together, answer });
    return answer;
  }

  private send(
    behalf: string,
    refs: readonly string[],
    send: (refs: readonly string[]) => Promise<Answer>,
  ): Promise<Answer> {
    const answer = send(refs);
    // Whoever asked hears of a failure; who comes next asks all the same.
    const settled = answer.then(
      () => {},
      () => {},
    );
    const done = settled.then(() => {
      if (this.running.get(behalf) === done) this.running.delete(behalf);
    });
    this.running.set(behalf, done);
    return answer;
  }
}
