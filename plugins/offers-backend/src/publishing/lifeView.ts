import {
  OfferLife as OfferLifeView,
  publicStateAt,
  ringWay,
  Segment,
  segmentsOf,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { StoredOffer } from '../offers/reading';
import { placesInTime } from '../structure/moves';
import { lifeOf, OfferLife, StoredEnding, StoredSuspension } from '../timeline/reading';

/** An offer's whole public life as those who manage it see it. */
export async function lifeView(
  ctx: Context,
  connection: Connection,
  actor: Actor,
  offer: StoredOffer,
): Promise<OfferLifeView> {
  const life = await lifeOf(connection, offer.id);
  const at = nowOf(ctx);
  return {
    offerId: offer.id,
    name: offer.name,
    state: publicStateAt(life.timeline, at),
    at,
    segments: segmentsOf(life.timeline).map(segmentView),
    places: await placesInTime(connection, offer, life.versions),
    rings: ringViews(life),
    suspensions: life.suspensions.map(suspensionView),
    endings: life.endings.map(endingView),
    can: { operate: actor.can.has('operate'), rollBack: actor.can.has('release') },
  };
}

/** A segment as it is told. */
export function segmentView({ from, until, number, state, audience }: Segment) {
  return { from, ...(until ? { until } : {}), version: number, state, audience: { ...audience } };
}

function ringViews({ timeline, ringEvents }: OfferLife): OfferLifeView['rings'] {
  return timeline.versions
    .filter(({ access }) => access.rings.length > 0)
    .map(version => {
      const { stages, rolledBackAt } = ringWay(version, timeline);
      return {
        version: version.number,
        stages: stages.map(({ from, ring, isHeld }) => {
          const name = version.access.rings[ring]?.name;
          return { from, held: isHeld, ...(name ? { ring: name } : {}) };
        }),
        ...(rolledBackAt ? { rolledBackAt } : {}),
        acts: ringEvents
          .filter(({ number }) => number === version.number)
          .map(({ kind, at, actor, reason }) => ({ act: kind, at, by: actor, reason })),
      };
    });
}

function suspensionView(suspension: StoredSuspension): OfferLifeView['suspensions'][number] {
  const { id, kind, reason, from, until, startedBy, endedBy, endReason } = suspension;
  const { reviewedAt, reviewedBy, review } = suspension;
  return {
    id,
    kind,
    reason,
    from,
    by: startedBy,
    ...(until ? { until } : {}),
    ...(endedBy ? { resumedBy: endedBy } : {}),
    ...(endReason ? { resumeReason: endReason } : {}),
    ...(reviewedAt && reviewedBy && review
      ? { review: { at: reviewedAt, by: reviewedBy, review } }
      : {}),
  };
}

function endingView(ending: StoredEnding): OfferLifeView['endings'][number] {
  const { noticeAt, endsAt, replacedBy, noReplacement, subscriptions, reason } = ending;
  return {
    noticeAt,
    endsAt,
    ...(replacedBy ? { replacedBy } : {}),
    ...(noReplacement ? { noReplacement } : {}),
    subscriptions,
    reason,
    recordedAt: ending.recordedAt,
    by: ending.recordedBy,
  };
}
