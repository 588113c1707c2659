import type { Knex } from 'knex';
import { record, recordFirst, Told } from '../audit/audit';
import { Context } from '../context';
import { giveWay } from '../database/giveWay';
import { offersBy } from '../offers/reading';
import { bringTo, whereaboutsOf } from '../structure/moves';
import { Sweep } from '../sweeps/sweeps';
import { claimDueTurns, claimDueTurnsOf, selectNextDue, Turn } from './turnStore';

/** How many turns one transaction records: others wait for it that change something, and on SQLite also who reads. */
const BATCH = 250;

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
      const claimed = await claimDueTurns(tx, now, BATCH);
      await bringMoved(tx, claimed, now);
      if (claimed.length > 0) await record(tx, ...claimed.map(turn => told(turn, now)));
      return claimed.length;
    });
    total += recorded;
    if (recorded < BATCH) return total;
    await giveWay(ctx.db.knex);
  }
}

/**
 * The same for an offer that somebody acts on, in the transaction of the act: what came due and no sweep has met yet
 * stands in the log before the act, and is not lost with the plans that the act changes.
 *
 * @param at - the instant of the act
 */
export async function recordTurnsOf(
  tx: Knex.Transaction,
  offerId: string,
  at: string,
): Promise<void> {
  const due = await claimDueTurnsOf(tx, offerId, at);
  if (due.length > 0) await recordFirst(tx, ...due.map(turn => told(turn, at)));
}

/** In how many milliseconds the next turn is due, by the clock that replicas share. */
async function untilNextTurn({ db }: Pick<Context, 'db'>): Promise<number | undefined> {
  const next = await selectNextDue(db.knex);
  return next === undefined ? undefined : Date.parse(next) - Date.parse(await db.now(db.knex));
}

/** Writes the record at the instants that are known to come, and looks every few seconds for others, on every replica. */
export const turnSweep: Sweep = {
  id: 'record-turns',
  everySeconds: 5,
  run: recordTurns,
  untilNext: untilNextTurn,
};

/** From the instant of its move on an offer is managed in its new catalogue. */
async function bringMoved(
  tx: Knex.Transaction,
  turns: readonly Turn[],
  now: string,
): Promise<void> {
  const ids = turns.flatMap(({ kind, offerId }) => (kind === 'moved' ? [offerId] : []));
  for (const offer of await offersBy(tx, ids)) {
    await bringTo(tx, offer, await whereaboutsOf(tx, offer), now);
  }
}

function told({ offerId, at, kind, number }: Turn, now: string): Told {
  return {
    at: now,
    actor: 'system:time',
    surface: 'system',
    action: `offer.${kind}`,
    subjectKind: 'offer',
    subjectId: offerId,
    change: { ...(number > 0 ? { version: number } : {}), since: at },
  };
}
