import type { Knex } from 'knex';
import { Context, nowOf } from '../context';
import { oneByOne } from '../sweeps/oneByOne';
import { Sweep } from '../sweeps/sweeps';
import { lifeOf } from '../timeline/reading';
import { selectAnnouncement, StoredAnnouncement } from './announcementStore';
import { keepForDigests } from './digestStore';
import { inKey } from './keys';
import { StoredWish } from './readerStore';
import { readersOf } from './readersOf';
import { insertDeliveries } from './store';
import { unheard } from './unheard';
import { selectDueTurns, StoredTurn, takeTurn } from './turnStore';

/** How many instants one sweep works through at most; the next one is soon. */
const AT_ONCE = 50;

/** How many deliveries are written in one statement. */
const BATCH = 100;

/** Tells people in person of what has begun or ended, each as they want to hear. */
export const telling: Sweep = { id: 'offers-tell-people', everySeconds: 5, run: tellPeople };

/**
 * Works through the instants that have come.
 * @returns how many this replica worked through
 */
export async function tellPeople(ctx: Context): Promise<number> {
  const at = nowOf(ctx);
  const due = await selectDueTurns(ctx.db.knex, at, AT_ONCE);
  return oneByOne(ctx, 'Telling people of an offer', due, turn => tellOf(ctx, turn, at));
}

async function tellOf(ctx: Context, turn: StoredTurn, at: string): Promise<boolean> {
  const announcement = await selectAnnouncement(ctx.db.knex, turn.announcementId);
  if (!announcement) return false;
  const { kind, number, offerId } = announcement;
  const life = await lifeOf(ctx.db.knex, offerId);
  const readers = await readersOf(ctx, { kind, number, life }, at);
  return ctx.db.transaction(async tx => {
    // Of several replicas one takes the instant; who heard of it at an earlier one hears nothing (rule 5).
    if (!(await takeTurn(tx, turn))) return false;
    await deliver(ctx, tx, announcement, await unheard(tx, announcement, readers), at);
    return true;
  });
}

async function deliver(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  announcement: StoredAnnouncement,
  readers: readonly StoredWish[],
  at: string,
): Promise<void> {
  const now = readers.filter(({ mode }) => mode === 'now').map(({ person }) => person);
  for (let start = 0; start < now.length; start += BATCH) {
    const some = now.slice(start, start + BATCH);
    await insertDeliveries(
      tx,
      some.map(person => ({
        id: ctx.newId(),
        key: `announcement:${announcement.id}:${inKey(person)}`,
        lane: `offer:${announcement.offerId}:${inKey(person)}`,
        kind: 'announcement',
        act: 'post',
        targetKind: 'person',
        target: person,
        planId: announcement.planId,
        announcementId: announcement.id,
        dueAt: at,
      })),
      at,
    );
  }
  const later = readers.flatMap(({ person, mode }) =>
    mode === 'daily' || mode === 'weekly' ? [{ person, mode }] : [],
  );
  for (let start = 0; start < later.length; start += BATCH) {
    await keepForDigests(tx, announcement.id, later.slice(start, start + BATCH), at);
  }
}
