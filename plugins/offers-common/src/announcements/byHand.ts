import { z } from 'zod';
import { announcementKindSchema } from '../api/deliveries';
import { formatInstant } from '../instantWords';
import { segmentsOf } from '../timeline/segments';
import { Served, servingAt } from '../timeline/serving';
import { OfferTimeline } from '../timeline/timeline';

/** What can be announced by hand: what is coming is told by its plan. @public */
export const announceableKindSchema = announcementKindSchema
  .exclude(['upcoming'])
  .meta({ id: 'AnnounceableKind' });

/** What can be announced by hand. @public */
export type AnnounceableKind = z.infer<typeof announceableKindSchema>;

/** Whether something can be announced of an offer now: of which version, or why not and what to do instead. @public */
export type Announceable = { ok: true; number: number } | { ok: false; remedy: string };

const no = (remedy: string): Announceable => ({ ok: false, remedy });

const NOT_OFFERED = 'The offer cannot be ordered now, so there is nothing to point to.';

/**
 * Whether a kind is true of an offer at an instant, so that it can be announced by hand. The first version that was ever
 * served is `available`, every later one is `changed`; `ending` from its notice to its end, `ended` after it. A
 * promotion points to what everybody in the audience can order.
 * @public
 */
export function announceableAt(
  timeline: OfferTimeline,
  kind: AnnounceableKind,
  at: string,
): Announceable {
  const serving = servingAt(timeline, at);
  switch (kind) {
    case 'ended':
      return serving
        ? no('The offer has not ended: announce what is so now.')
        : endedAt(timeline, at);
    case 'ending':
      return serving
        ? endingAt(serving.first)
        : no('The offer is not offered now, so it does not end.');
    default:
      if (!serving || !isForAll(serving.first)) return no(NOT_OFFERED);
      return kind === 'promotion'
        ? { ok: true, number: serving.first.version.number }
        : versionAt(timeline, kind, serving.first.version.number);
  }
}

function isForAll({ state }: Served): boolean {
  return state === 'available' || state === 'ending';
}

function versionAt(
  timeline: OfferTimeline,
  kind: 'available' | 'changed',
  number: number,
): Announceable {
  const isFirst = segmentsOf(timeline)[0]?.number === number;
  if (isFirst === (kind === 'available')) return { ok: true, number };
  return no(
    isFirst
      ? 'Its first version is served: announce that it is available.'
      : 'It was available before: announce that it has changed.',
  );
}

function endingAt({ version, state, until }: Served): Announceable {
  if (state === 'ending') return { ok: true, number: version.number };
  return no(
    until === undefined
      ? 'No end of it is planned: plan a termination first.'
      : `Its end, ${formatInstant(until, 'UTC')}, is announced by itself at its notice.`,
  );
}

function endedAt(timeline: OfferTimeline, at: string): Announceable {
  const last = segmentsOf(timeline)
    .filter(({ from }) => from < at)
    .at(-1);
  return last
    ? { ok: true, number: last.number }
    : no('It was never offered, so it has not ended.');
}
