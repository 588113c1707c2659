import type { Knex } from 'knex';
import { Context } from '../context';
import { StoredAnnouncement } from './announcementStore';
import { insertCorrection, StoredCorrection } from './correctionStore';
import { insertDeliveries, NewDelivery, StoredDelivery } from './store';

/** Keeps a correction: every message of the announcement that was sent is drawn again, and its thread says what was wrong. */
export async function tellCorrection(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  told: {
    announcement: StoredAnnouncement;
    correction: StoredCorrection;
    posted: readonly StoredDelivery[];
    at: string;
  },
): Promise<void> {
  const { announcement, correction, posted, at } = told;
  await insertCorrection(tx, correction);
  const answer = (base: StoredDelivery): Omit<NewDelivery, 'key' | 'kind' | 'act'> => ({
    id: ctx.newId(),
    lane: base.lane,
    targetKind: base.targetKind,
    target: base.target,
    planId: announcement.planId,
    announcementId: announcement.id,
    baseId: base.id,
    dueAt: at,
    detail: { note: correction.note, at },
  });
  await insertDeliveries(
    tx,
    posted.flatMap((base): NewDelivery[] => [
      {
        ...answer(base),
        key: `c:${correction.id}:${base.id}`,
        kind: 'announcement',
        act: 'update',
      },
      {
        ...answer(base),
        key: `n:${correction.id}:${base.id}`,
        kind: 'correction-note',
        act: 'reply',
      },
    ]),
    at,
  );
}
