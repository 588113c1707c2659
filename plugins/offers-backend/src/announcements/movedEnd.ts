import { formatInstant } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Context } from '../context';
import { StoredAnnouncement } from './announcementStore';
import { selectPosted, selectToldEnds, updateToldEnd } from './correctionStore';
import { endOf, Replanning } from './ends';
import { tellCorrection } from './tellCorrection';

/**
 * Corrects by itself what was told of an end that has moved, or does not come any more: each message is drawn again, and its thread
 * says so. What is not sent yet is drawn from what is true then.
 */
export async function correctMovedEnd(
  ctx: Pick<Context, 'newId'>,
  tx: Knex.Transaction,
  replanning: Replanning,
): Promise<void> {
  const endsAt = endOf(replanning);
  for (const { announcement, told } of await selectToldEnds(tx, replanning.offer.id)) {
    if (told === endsAt) continue;
    await updateToldEnd(tx, announcement.id, endsAt);
    const posted = await selectPosted(tx, announcement.id);
    if (posted.length === 0) continue;
    const note = noteOf(told, endsAt);
    const by = replanning.life.endings.at(-1)?.recordedBy ?? 'system:announcements';
    const correction = {
      id: ctx.newId(),
      announcementId: announcement.id,
      note,
      at: replanning.at,
      by,
    };
    await tellCorrection(ctx, tx, { announcement, correction, posted, at: replanning.at });
    await recordCorrection(tx, announcement, { note, at: replanning.at });
  }
}

function noteOf(told: string | undefined, endsAt: string | undefined): string {
  if (endsAt === undefined) return 'It does not end, as was said before: it goes on.';
  const now = formatInstant(endsAt, 'UTC');
  return told === undefined
    ? `It ends after all: ${now}.`
    : `The end has moved: it is ${now}, and not ${formatInstant(told, 'UTC')}.`;
}

function recordCorrection(
  tx: Knex.Transaction,
  { id, offerId }: StoredAnnouncement,
  { note, at }: { note: string; at: string },
): Promise<void> {
  return record(tx, {
    at,
    actor: 'system:announcements',
    surface: 'system',
    action: 'announcement.correct',
    subjectKind: 'offer',
    subjectId: offerId,
    reason: note,
    change: { announcement: id },
  });
}
