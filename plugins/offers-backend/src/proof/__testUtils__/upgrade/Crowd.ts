import { setTimeout } from 'node:timers/promises';
import { Asked } from '../model/desk';
import { Backend } from './Backend';

/** What an answer was, where it was none: by status and code. */
interface Failure {
  status?: number;
  code?: string;
}

/** Whoever hears nothing for so long has found something. */
const MOST_TRIES = 500;

/** Whoever asks backends of two releases, of which one may be away. */
export class Crowd {
  readonly counted = { requests: 0, unanswered: 0, atBoth: 0 };
  /** answers that say that a portal failed */
  readonly failures: string[] = [];
  private turn: number;

  constructor(
    private readonly backends: readonly Backend[],
    seed: number,
  ) {
    this.turn = seed;
  }

  /** Asks one of those that are up; whoever hears nothing asks another, with the same key. */
  async ask<T>(call: (portal: Asked) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const backend = this.anyOne();
      try {
        return await this.answer(backend, call);
      } catch (error) {
        if ((error as Failure).status !== undefined || tries === MOST_TRIES) throw error;
        await setTimeout(20);
      }
    }
  }

  /**
   * Asks all that are up at once for the same thing, which is done once: gives an answer that says so. Those who are refused since
   * it was done already are not wrong.
   */
  async askAll<T>(call: (portal: Asked) => Promise<T>): Promise<T> {
    const up = this.backends.filter(({ isUp }) => isUp);
    if (up.length > 1) this.counted.atBoth += 1;
    const answers = await Promise.allSettled(up.map(backend => this.answer(backend, call)));
    const done = answers.find(answer => answer.status === 'fulfilled');
    if (done) return done.value;
    const silent = answers.some(
      answer => answer.status === 'rejected' && (answer.reason as Failure).status === undefined,
    );
    if (!silent) throw answers.flatMap(answer => (answer as PromiseRejectedResult).reason)[0];
    return this.ask(call);
  }

  private async answer<T>(backend: Backend, call: (portal: Asked) => Promise<T>): Promise<T> {
    this.counted.requests += 1;
    try {
      return await call(backend.portal);
    } catch (error) {
      const { status, code } = error as Failure;
      if (status === undefined) {
        // A cable that broke; a mistake of the proof is none.
        if (!/fetch failed|terminated|socket|ECONN/.test(String(error))) throw error;
        this.counted.unanswered += 1;
      }
      if (status !== undefined && status >= 500) {
        this.failures.push(`${backend.name}: ${status} ${code ?? ''}`.trim());
      }
      throw error;
    }
  }

  private anyOne(): Backend {
    const up = this.backends.filter(({ isUp }) => isUp);
    this.turn += 1;
    const backend = up[(this.turn * 7) % up.length];
    if (!backend) throw new Error('No backend is up');
    return backend;
  }
}
