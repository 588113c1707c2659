import {
  DatedChange,
  effectiveFrom,
  leftBehindFrom,
  segmentsOf,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { PlanItems } from './items';
import { dueAt, ReleaseDates, timelinesAfter } from './timelinesAfter';

/**
 * From when on offers that a plan brings would be left in a category that is no more, because its end is released
 * already (rule 7): those whose version is served until then or longer. That end was judged by what was served when it was
 * released.
 */
export async function leftBehindBy(
  connection: Connection,
  items: PlanItems,
  released: readonly DatedChange[],
  dates: ReleaseDates,
): Promise<Map<string, string>> {
  const leaving = items.offers.flatMap(({ offer, draft }) => {
    const { category } = draft.content.information;
    const after = effectiveFrom(draft.content, dates.releaseAt, dueAt(dates));
    const at = leftBehindFrom(released, offer, { category, after });
    return at === undefined ? [] : [{ id: offer.id, number: draft.number, at }];
  });
  const ids = leaving.map(({ id }) => id);
  const lives = await timelinesAfter(connection, ids, items, dates);
  return new Map(
    leaving.flatMap(({ id, number, at }) => {
      const life = lives.get(id);
      const served = life ? segmentsOf(life).filter(segment => segment.number === number) : [];
      return served.some(({ until }) => until === undefined || until > at) ? [[id, at]] : [];
    }),
  );
}
