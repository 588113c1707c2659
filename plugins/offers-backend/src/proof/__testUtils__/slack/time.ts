import { Claims } from './claims';
import { FileClock } from './FileClock';

/** A delivery as its row says. */
export interface Row {
  key: string;
  kind: string;
  act: string;
  lane: string;
  target: string;
  state: string;
  seq: number;
  worker: string | null;
  token: string | null;
  due_at: string;
  lease_until: string | null;
  message_ts: string | null;
  error: string | null;
}

/** The states of what is to be sent still. */
export const OPEN = ['pending', 'unclear', 'claimed'];

/** What is due later than this is not waited for: reminders of plans that are decided by then. */
const SOON_MS = 300_000;

const LEASE_MS = 30_000;

/** Less than half a lease: who claims at this very instant still has time to send. */
const LONGEST_JUMP_MS = 14_000;

/** The deliveries that time alone stands before, and those who live to send them. */
export class Waiting {
  constructor(
    private readonly clock: FileClock,
    private readonly claims: Claims,
    private readonly living: () => readonly string[],
  ) {}

  /** Whether it will be sent soon, if nothing goes wrong. */
  isSoon(row: Row): boolean {
    return this.waitOf(row) < SOON_MS;
  }

  /** Whether a bot that lives has it in hand. */
  isHeld({ state, worker, token, lease_until: lease }: Row): boolean {
    if (state !== 'claimed' || !lease || !token) return false;
    if (!this.living().includes(worker ?? '')) return false;
    return !this.claims.isLost(token, Date.parse(lease) - LEASE_MS);
  }

  /**
   * How much of the time before the next delivery nobody works through (claims of the dead, the wait after an unclear
   * answer), of open ones in their order. None while a bot that lives holds a claim: its clock would not know.
   */
  idle(open: readonly Row[]): number {
    if (open.some(row => this.isHeld(row))) return 0;
    const first = new Map<string, Row>();
    for (const row of open) if (!first.has(row.lane)) first.set(row.lane, row);
    const waits = [...first.values()].filter(row => this.isSoon(row)).map(row => this.waitOf(row));
    const least = Math.min(...waits);
    return Number.isFinite(least) && least > 0 ? Math.min(least + 10, LONGEST_JUMP_MS) : 0;
  }

  private waitOf({ state, due_at: due, lease_until: lease }: Row): number {
    return Date.parse((state === 'claimed' && lease) || due) - this.clock.now();
  }
}
