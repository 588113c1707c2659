import { Connection } from '../database/Database';

/** An instant at which people are to hear of an announcement, each by their own wish. */
export interface StoredTurn {
  announcementId: string;
  dueAt: string;
}

interface TurnRow {
  announcement_id: string;
  due_at: string;
  done: number;
}

/** Replaces what is still ahead of an offer's announcements by rule; what was done stays done (rule 5). */
export async function replaceTurns(
  tx: Connection,
  offerId: string,
  turns: readonly StoredTurn[],
): Promise<void> {
  const byRule = tx('announcements').where({ offer_id: offerId, occasion: '' }).select('id');
  await tx<TurnRow>('announcement_turns')
    .whereIn('announcement_id', byRule)
    .where({ done: 0 })
    .delete();
  await insertTurns(tx, turns);
}

/** Adds instants; one that is there already stays as it is. */
export async function insertTurns(tx: Connection, turns: readonly StoredTurn[]): Promise<void> {
  if (turns.length === 0) return;
  const rows = turns.map(({ announcementId, dueAt }) => ({
    announcement_id: announcementId,
    due_at: dueAt,
    done: 0,
  }));
  await tx<TurnRow>('announcement_turns')
    .insert(rows)
    .onConflict(['announcement_id', 'due_at'])
    .ignore();
}

/** Instants that have come, first ones first. */
export async function selectDueTurns(
  knex: Connection,
  at: string,
  limit: number,
): Promise<StoredTurn[]> {
  const rows = await knex<TurnRow>('announcement_turns')
    .where({ done: 0 })
    .where('due_at', '<=', at)
    .orderBy(['due_at', 'announcement_id'])
    .limit(limit);
  return rows.map(row => ({ announcementId: row.announcement_id, dueAt: row.due_at }));
}

/** Takes an instant that has come; of several replicas, one does (rule 5). */
export async function takeTurn(
  tx: Connection,
  { announcementId, dueAt }: StoredTurn,
): Promise<boolean> {
  const taken = await tx<TurnRow>('announcement_turns')
    .where({ announcement_id: announcementId, due_at: dueAt, done: 0 })
    .update({ done: 1 });
  return taken === 1;
}
