import { AnnouncementSummary, DeliveryBody } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { readableOffer } from '../offers/offers';
import { found, Refusal } from '../refusal';
import { selectAnnouncement, StoredAnnouncement } from './announcementStore';
import { mayAnnounce } from './mayAnnounce';
import { insertCorrection, selectPosted, StoredCorrection } from './correctionStore';
import { drawAnnouncement } from './drawAnnouncement';
import { summariesOf } from './list';
import { insertDeliveries, NewDelivery, StoredDelivery } from './store';

/**
 * Corrects what was announced: each message is drawn again with what was wrong, and its thread says so. A message that
 * is on its way gets it too; one that is still to come is drawn with it by itself.
 * @throws Refusal `not-found`, `not-allowed`, `wrong-state` when nobody has heard it
 */
export async function correctAnnouncement(
  ctx: Context,
  actor: Actor,
  id: string,
  note: string,
  key: string,
): Promise<AnnouncementSummary> {
  const announcement = found(await selectAnnouncement(ctx.db.knex, id));
  await readableOffer(ctx, actor, announcement.offerId);
  if (!(await mayAnnounce(ctx, actor))) throw new Refusal('not-allowed');
  const at = nowOf(ctx);
  const request = {
    caller: actor.ref,
    key,
    operation: `correctAnnouncement:${id}`,
    input: { note },
  };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const posted = await selectPosted(tx, id);
      if (posted.length === 0) {
        throw new Refusal('wrong-state', {
          message: 'Nobody has heard this announcement, so there is nothing to correct.',
        });
      }
      const correction = { id: ctx.newId(), announcementId: id, note, at, by: actor.ref };
      await insertCorrection(tx, correction);
      await tell(ctx, tx, { announcement, correction, posted, at });
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'announcement.correct',
        subjectKind: 'offer',
        subjectId: announcement.offerId,
        reason: note,
        change: { announcement: id },
      });
      return found((await summariesOf(tx, [announcement]))[0]);
    }),
  );
}

async function tell(
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

/** What the thread of a corrected message says, to those who may still hear of the offer (rule 1). */
export async function drawCorrection(
  ctx: Context,
  delivery: StoredDelivery,
): Promise<Extract<DeliveryBody, { kind: 'correction-note' }> | undefined> {
  const announcement = await drawAnnouncement(ctx, delivery);
  const { note, at }: { note: string; at: string } = JSON.parse(delivery.detail);
  return announcement && { kind: 'correction-note', title: announcement.title, note, at };
}
