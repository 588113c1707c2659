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

/**
 * Replaces the turns of an offer that are ahead. What was due before stays as it is, recorded or still to be; and none
 * is recorded twice.
 * @param now - what turns at it was made by an act, which has its own record
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
  const ahead = turns.filter(({ at }) => at > now);
  const rows = ahead.map(({ at, kind, number }) => ({ offer_id: offerId, at, kind, number }));
  await insertRows(tx, 'turns', rows, { unlessThere: true });
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
  const due = tx<TurnRow>('turns')
    .whereNull('recorded_at')
    .where('at', '<=', now)
    .orderBy(['at', 'offer_id'])
    .limit(limit)
    .select(...KEY);
  // A replica passes over what another one is marking, and takes the next.
  if (!isSqlite(tx)) due.forUpdate().skipLocked();
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
