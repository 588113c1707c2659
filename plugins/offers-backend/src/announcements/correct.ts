import { AnnouncementSummary, DeliveryBody } from '@offerdesk/backstage-plugin-offers-common';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { readableOffer } from '../offers/offers';
import { found, Refusal } from '../refusal';
import { selectAnnouncement } from './announcementStore';
import { mayAnnounce } from './mayAnnounce';
import { selectPosted } from './correctionStore';
import { Withheld } from './drawnTo';
import { drawAnnouncement } from './drawAnnouncement';
import { summariesOf } from './list';
import { StoredDelivery } from './store';
import { tellCorrection } from './tellCorrection';

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
      await tellCorrection(ctx, tx, { announcement, correction, posted, at });
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

/** What the thread of a corrected message says, to those who may still hear of the offer (rule 1). */
export async function drawCorrection(
  ctx: Context,
  delivery: StoredDelivery,
): Promise<Extract<DeliveryBody, { kind: 'correction-note' }> | Withheld> {
  const told = await drawAnnouncement(ctx, delivery);
  if (!told.ok) return { withheld: told.why };
  const { note, at }: { note: string; at: string } = JSON.parse(delivery.detail);
  return { kind: 'correction-note', title: told.announcement.title, note, at };
}
