import {
  announceableAt,
  announceableKindSchema,
  AnnouncementList,
  AnnouncementSummary,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { readableOffer } from '../offers/offers';
import { lifeOf } from '../timeline/reading';
import { selectAnnouncementsOf, StoredAnnouncement } from './announcementStore';
import { mayAnnounce } from './mayAnnounce';
import { selectCorrections } from './correctionStore';
import { countDeliveries } from './countStore';

/** What was announced of an offer, or will be, for those who read it as staff. */
export async function listAnnouncements(
  ctx: Context,
  actor: Actor,
  offerId: string,
): Promise<AnnouncementList> {
  await readableOffer(ctx, actor, offerId);
  const announcements = await selectAnnouncementsOf(ctx.db.knex, offerId);
  return {
    items: await summariesOf(ctx.db.knex, announcements),
    can: { announce: await mayAnnounce(ctx, actor), kinds: await kindsNow(ctx, offerId) },
  };
}

/** What is true of an offer now, and can be announced by hand. */
async function kindsNow(
  ctx: Pick<Context, 'db' | 'clock'>,
  offerId: string,
): Promise<AnnouncementList['can']['kinds']> {
  const { timeline } = await lifeOf(ctx.db.knex, offerId);
  const at = nowOf(ctx);
  return announceableKindSchema.options.filter(kind => announceableAt(timeline, kind, at).ok);
}

/** Announcements with what became of them. */
export async function summariesOf(
  connection: Connection,
  announcements: readonly StoredAnnouncement[],
): Promise<AnnouncementSummary[]> {
  const ids = announcements.map(({ id }) => id);
  const counts = await countDeliveries(connection, ids);
  const corrections = await selectCorrections(connection, ids);
  return announcements.map(({ id, kind, number, dueAt, byHand }) => ({
    id,
    kind,
    version: number,
    dueAt,
    ...(byHand ? { text: byHand.text, by: byHand.by } : {}),
    deliveries: counts.get(id) ?? { sent: 0, waiting: 0, failed: 0, withheld: 0 },
    corrections: corrections
      .filter(({ announcementId }) => announcementId === id)
      .map(({ at, by, note }) => ({ at, by, note })),
  }));
}
