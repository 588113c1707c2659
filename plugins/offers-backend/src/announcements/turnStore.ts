import { Connection } from '../database/Database';
import { insertRows } from '../database/insertRows';

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

/** An instant that nobody took yet, with what is to be heard. */
export interface WaitingTurn extends StoredTurn {
  number: number;
  kind: string;
}

/** When people are still to hear of an offer by rule: instants ahead, and such as have come and nobody took yet. */
export async function selectWaitingTurns(tx: Connection, offerId: string): Promise<WaitingTurn[]> {
  const rows = await tx('announcement_turns as t')
    .join('announcements as a', 'a.id', 't.announcement_id')
    .where({ 'a.offer_id': offerId, 'a.occasion': '', 't.done': 0 })
    .select<(TurnRow & { number: number; kind: string })[]>('t.*', 'a.number', 'a.kind');
  return rows.map(({ announcement_id: announcementId, due_at: dueAt, number, kind }) => ({
    announcementId,
    dueAt,
    number,
    kind,
  }));
}

/** Takes back instants; one that was taken stays done (rule 5). */
export async function dropTurns(tx: Connection, turns: readonly StoredTurn[]): Promise<void> {
  if (turns.length === 0) return;
  await tx<TurnRow>('announcement_turns')
    .whereIn(
      ['announcement_id', 'due_at'],
      turns.map(({ announcementId, dueAt }) => [announcementId, dueAt]),
    )
    .where({ done: 0 })
    .delete();
}

/** Adds instants; one that is there already stays as it is. */
export async function insertTurns(tx: Connection, turns: readonly StoredTurn[]): Promise<void> {
  const rows = turns.map(({ announcementId, dueAt }) => ({
    announcement_id: announcementId,
    due_at: dueAt,
    done: 0,
  }));
  await insertRows(tx, 'announcement_turns', rows, { unlessThere: true });
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
