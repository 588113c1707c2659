import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { performance } from 'node:perf_hooks';
import { tokenOf } from './tokens';

/** How long a decision counts, in milliseconds; Backstage keeps who a person is, on which it rests, for 5,000. */
const KEPT_MS = 3_000;

/** From which age on it is asked anew while the kept one still answers: nobody who reads on and on waits for it. */
const ASKED_AHEAD_MS = 2_000;

/** How long asking ahead waits, in milliseconds: until the answer that it was thought of for has been sent. */
const BEHIND_MS = 20;

/** How many decisions are kept at most; more than that many are asked for in KEPT_MS by nobody. */
const MOST = 20_000;

interface Kept<T> {
  decision: Promise<T>;
  askedAt: number;
  /** whether the next one was asked for */
  isFollowed: boolean;
}

/**
 * Remembers for a moment what the policy decided, by the exact token that was sent and the permission. A new
 * token, another permission or three seconds later, the policy is asked anew. An error is not remembered.
 */
export class Decisions<T> {
  private readonly kept = new Map<string, Kept<T>>();

  /**
   * @param now - milliseconds of a clock that never goes back
   * @param later - does what no answer has to wait for
   */
  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly later: (work: () => void) => void = work => void setTimeout(work, BEHIND_MS),
  ) {}

  /** The decision on a permission, of a moment ago or now. */
  of(credentials: BackstageCredentials, permission: string, ask: () => Promise<T>): Promise<T> {
    const token = tokenOf(credentials);
    if (token === undefined) return ask();
    const key = `${permission} ${token}`;
    const known = this.kept.get(key);
    if (!known || known.askedAt + KEPT_MS <= this.now()) return this.keep(key, ask());
    if (!known.isFollowed && known.askedAt + ASKED_AHEAD_MS <= this.now()) {
      known.isFollowed = true;
      this.later(() => this.follow(key, ask));
    }
    return known.decision;
  }

  /** Asks ahead. Until the answer is there the kept decision answers, and after an error until its end. */
  private follow(key: string, ask: () => Promise<T>): void {
    const askedAt = this.now();
    ask().then(
      decision => this.keep(key, Promise.resolve(decision), askedAt),
      () => {},
    );
  }

  private keep(key: string, decision: Promise<T>, askedAt = this.now()): Promise<T> {
    this.forgetOld();
    const kept = { decision, askedAt, isFollowed: false };
    // Deleted first, so that the map stays about in the order in which decisions end.
    this.kept.delete(key);
    this.kept.set(key, kept);
    decision.catch(() => {
      if (this.kept.get(key) === kept) this.kept.delete(key);
    });
    return decision;
  }

  /** The oldest come first in a map: what ended is at its beginning. */
  private forgetOld(): void {
    for (const [key, { askedAt }] of this.kept) {
      if (askedAt + KEPT_MS > this.now() && this.kept.size < MOST) return;
      this.kept.delete(key);
    }
  }
}
