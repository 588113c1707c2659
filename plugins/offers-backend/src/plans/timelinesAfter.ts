import { effectiveFrom, OfferTimeline } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { BroughtOffer } from '../offers/reading';
import { livesOf, timelineWith } from '../timeline/reading';
import { PlanItems } from './items';

/** When a plan would be released, if it were released now: at its date, or now where that has passed. */
export interface ReleaseDates {
  releaseAt: string;
  now: string;
}

/** The instant of a plan's release, if it were released now. */
export function dueAt({ releaseAt, now }: ReleaseDates): string {
  return releaseAt > now ? releaseAt : now;
}

/** The lives of some offers as the release of a plan would leave them. */
export async function timelinesAfter(
  connection: Connection,
  offerIds: readonly string[],
  { offers, terminations }: Pick<PlanItems, 'offers' | 'terminations'>,
  dates: ReleaseDates,
): Promise<Map<string, OfferTimeline>> {
  const lives = await livesOf(connection, offerIds);
  const after = new Map([...lives].map(([id, { timeline }]) => [id, timeline]));
  for (const brought of offers) {
    const life = after.get(brought.offer.id);
    const isDraft = life && !life.versions.some(({ number }) => number === brought.draft.number);
    if (!isDraft) continue;
    after.set(brought.offer.id, await timelineWith(connection, life, published(brought, dates)));
  }
  for (const { offerId, noticeAt, endsAt, replacedBy } of terminations) {
    const life = after.get(offerId);
    const ending = { recordedAt: dates.now, noticeAt, endsAt, replacedBy };
    if (life) after.set(offerId, { ...life, endings: [...life.endings, ending] });
  }
  return after;
}

function published({ draft }: BroughtOffer, { releaseAt, now }: ReleaseDates) {
  const { number, content } = draft;
  const validFrom = effectiveFrom(content, releaseAt, now);
  return { number, content, validFrom, validUntil: content.validity.until };
}
