import { OfferNews } from '@offerdesk/backstage-plugin-offers-common';
import { offerStory } from '../catalogue/story';
import { Actor, Context, nowOf } from '../context';
import { selectAnnouncementsOf, StoredAnnouncement } from './announcementStore';
import { selectCorrections } from './correctionStore';

/** How many are shown: what is older is told by the story of the offer. */
const SHOWN = 20;

/**
 * What was announced of an offer up to an instant, of the versions that the person was served until then; what is coming is told to
 * those alone who have to know.
 *
 * @param asked - another instant than now, which staff may ask for
 * @throws Refusal `not-found` for who does not see the offer (rule 1), `not-allowed` for another instant
 */
export async function offerNews(
  ctx: Context,
  actor: Actor,
  name: string,
  asked: { at?: string | undefined },
): Promise<OfferNews> {
  const { id, chapters } = await offerStory(ctx, actor, name, asked);
  const served = new Set(chapters.map(({ version }) => version));
  const until = asked.at ?? nowOf(ctx);
  const isForThem = ({ kind, number, dueAt }: StoredAnnouncement) =>
    kind !== 'upcoming' && dueAt <= until && served.has(number);
  const told = (await selectAnnouncementsOf(ctx.db.knex, id)).filter(isForThem).slice(0, SHOWN);
  const corrections = await selectCorrections(
    ctx.db.knex,
    told.map(announcement => announcement.id),
  );
  return {
    items: told.map(({ id: announcementId, kind, number, dueAt, byHand }) => {
      const last = corrections.filter(each => each.announcementId === announcementId).at(-1);
      return {
        id: announcementId,
        kind,
        version: number,
        at: dueAt,
        ...(byHand ? { text: byHand.text } : {}),
        ...(last ? { correction: last.note } : {}),
      };
    }),
  };
}
