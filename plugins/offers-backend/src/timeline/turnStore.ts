import type { Knex } from 'knex';
import { Connection, isSqlite } from '../database/Database';
import { insertRows } from '../database/insertRows';

/** What time makes of an offer at an instant, without anybody acting. */
export interface Turn {
  offerId: string;
  at: string;
  kind: string;
  number: number;
}

interface TurnRow {
  offer_id: string;
  at: string;
  kind: string;
  number: number;
  recorded_at: string | null;
}

const KEY = ['offer_id', 'at', 'kind', 'number'] as const;

/** A version turns once at an instant: into what is computed anew by a clock that is behind, it did not turn again. */
const instantOf = ({ at, number }: Pick<Turn, 'at' | 'number'>) => `${at} ${number}`;

/**
 * Replaces the turns of an offer that are ahead. What was due before stays as it is, recorded or still to be; and none
 * is recorded twice, whatever clock the next act goes by: what turns up to this act is kept as recorded.
 * @param now - what turns by then was made by an act, which has its own record
 */
export async function replaceTurns(
  tx: Connection,
  offerId: string,
  turns: readonly Omit<Turn, 'offerId'>[],
  now: string,
): Promise<void> {
  await tx<TurnRow>('turns')
    .where({ offer_id: offerId })
    .whereNull('recorded_at')
    .where('at', '>', now)
    .delete();
  if (turns.length === 0) return;
  const recorded = await recordedAfter(tx, offerId, now);
  const rows = turns
    .filter(turn => !recorded.has(instantOf(turn)))
    .map(({ at, kind, number }) => ({
      offer_id: offerId,
      at,
      kind,
      number,
      recorded_at: at > now ? null : now,
    }));
  await insertRows(tx, 'turns', rows, { unlessThere: true });
}

/** What is recorded already although it is ahead by the clock of whoever acts. */
async function recordedAfter(tx: Connection, offerId: string, now: string): Promise<Set<string>> {
  const rows = await tx<TurnRow>('turns')
    .where({ offer_id: offerId })
    .whereNotNull('recorded_at')
    .where('at', '>', now)
    .select('at', 'number');
  return new Set(rows.map(instantOf));
}

/**
 * Marks turns that are due as recorded, the earliest first, in one statement; gives those that this one marked, so
 * that each is recorded once however many replicas do so at the same instant (rule 5).
 */
export async function claimDueTurns(tx: Connection, now: string, limit: number): Promise<Turn[]> {
  return inOrder(await dueTurnsQuery(tx, now, limit));
}

/** The same for the turns of one offer, all of them: whoever is marking one of them is waited for. */
export async function claimDueTurnsOf(
  tx: Connection,
  offerId: string,
  now: string,
): Promise<Turn[]> {
  const rows: TurnRow[] = await tx('turns')
    .where({ offer_id: offerId })
    .whereNull('recorded_at')
    .where('at', '<=', now)
    .update({ recorded_at: now })
    .returning([...KEY]);
  return inOrder(rows);
}

function inOrder(rows: readonly TurnRow[]): Turn[] {
  const turns = rows.map(({ offer_id, at, kind, number }) => ({
    place: `${at} ${offer_id} ${kind} ${number}`,
    turn: { offerId: offer_id, at, kind, number },
  }));
  return turns.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ turn }) => turn);
}

/** The statement that marks what is due. */
export function dueTurnsQuery(tx: Connection, now: string, limit: number): Knex.QueryBuilder {
  const due = tx('turns')
    .whereNull('turns.recorded_at')
    .where('turns.at', '<=', now)
    .orderBy(['turns.at', 'turns.offer_id'])
    .limit(limit)
    .select(KEY.map(column => `turns.${column}`));
  // A replica passes over what another one is marking, and takes the next; and over an offer that somebody acts on, who
  // records what came due of it. So it waits for nobody, and nobody who acts waits for it with the offer in hand.
  if (!isSqlite(tx)) {
    due.join('offers', 'offers.id', 'turns.offer_id');
    due.forNoKeyUpdate('offers', 'turns').skipLocked();
  }
  // Collected first: what stands in a condition may be looked up again and again, and would skip what it locked.
  return tx('turns')
    .with('due', due)
    .whereIn([...KEY], tx('due').select(...KEY))
    .whereNull('recorded_at')
    .update({ recorded_at: now })
    .returning([...KEY]);
}

/** When the next turn is due that nobody recorded. */
export async function selectNextDue(knex: Connection): Promise<string | undefined> {
  const row = await knex<TurnRow>('turns')
    .whereNull('recorded_at')
    .min({ at: 'at' })
    .first<{ at: string | null } | undefined>();
  return row?.at ?? undefined;
}
