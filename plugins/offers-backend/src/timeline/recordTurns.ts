import { record, Told } from '../audit/audit';
import { Context } from '../context';
import { Sweep } from '../sweeps/sweeps';
import { claimTurns, selectDueTurns, Turn } from './turnStore';

/** How many turns one transaction records. */
const BATCH = 500;

/**
 * Writes the record of what time has made of offers since it was written last: an entry of the log for each, once
 * with any number of replicas (rules 5 and 12). Nothing waits for it: what is offered is computed.
 *
 * @returns how many turns it recorded
 */
export async function recordTurns(ctx: Pick<Context, 'db' | 'clock'>): Promise<number> {
  let total = 0;
  for (;;) {
    const recorded = await ctx.db.transaction(async tx => {
      const now = await ctx.db.now(tx);
      const due = await selectDueTurns(tx, now, BATCH);
      const claimed = await claimTurns(tx, due, now);
      if (claimed.length > 0) await record(tx, ...claimed.map(turn => told(turn, now)));
      return { due: due.length, claimed: claimed.length };
    });
    total += recorded.claimed;
    if (recorded.due < BATCH) return total;
  }
}

/** Writes the record every few seconds, on every replica. */
export const turnSweep: Sweep = { id: 'record-turns', everySeconds: 5, run: recordTurns };

function told({ offerId, at, kind, number }: Turn, now: string): Told {
  return {
    at: now,
    actor: 'system:time',
    surface: 'system',
    action: `offer.${kind}`,
    subjectKind: 'offer',
    subjectId: offerId,
    change: { version: number, since: at },
  };
}
