import { Connection } from '../database/Database';

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

/**
 * Replaces the turns of an offer that are not recorded yet; those that were stay, and none is recorded twice.
 * @param now - what lies at or before it was made by an act, which has its own record
 */
export async function replaceTurns(
  tx: Connection,
  offerId: string,
  turns: readonly Omit<Turn, 'offerId'>[],
  now: string,
): Promise<void> {
  await tx<TurnRow>('turns').where({ offer_id: offerId }).whereNull('recorded_at').delete();
  const ahead = turns.filter(({ at }) => at > now);
  if (ahead.length === 0) return;
  await tx<TurnRow>('turns')
    .insert(ahead.map(({ at, kind, number }) => ({ offer_id: offerId, at, kind, number })))
    .onConflict(['offer_id', 'at', 'kind', 'number'])
    .ignore();
}

/** Turns that are due and not recorded, the earliest first. */
export async function selectDueTurns(tx: Connection, now: string, limit: number): Promise<Turn[]> {
  const rows = await tx<TurnRow>('turns')
    .whereNull('recorded_at')
    .where('at', '<=', now)
    .orderBy(['at', 'offer_id'])
    .limit(limit);
  return rows.map(({ offer_id, at, kind, number }) => ({ offerId: offer_id, at, kind, number }));
}

/** How many turns one statement marks: four values each, within what SQLite binds. */
const PIECE = 500;

/** Marks turns as recorded that nobody else has marked; gives back those that this one did (rule 5). */
export async function claimTurns(
  tx: Connection,
  turns: readonly Turn[],
  now: string,
): Promise<Turn[]> {
  const claimed: Turn[] = [];
  for (let start = 0; start < turns.length; start += PIECE) {
    const rows = await tx<TurnRow>('turns')
      .whereIn(
        ['offer_id', 'at', 'kind', 'number'],
        turns
          .slice(start, start + PIECE)
          .map(({ offerId, at, kind, number }) => [offerId, at, kind, number]),
      )
      .whereNull('recorded_at')
      .update({ recorded_at: now })
      .returning(['offer_id', 'at', 'kind', 'number']);
    claimed.push(
      ...rows.map(({ offer_id, at, kind, number }) => ({ offerId: offer_id, at, kind, number })),
    );
  }
  return claimed;
}
