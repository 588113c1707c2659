import { OfferTimeline, timedVersion } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { publishedVersionsOf, StoredVersion } from '../offers/reading';
import {
  selectBundlesOf,
  selectEndings,
  selectOffersNeeding,
  selectRingEvents,
  selectSuspensions,
  StoredEnding,
  StoredRingEvent,
  StoredSuspension,
} from './store';

export type { StoredEnding, StoredRingEvent, StoredSuspension };

/** An offer's published versions with everything else that decides its public life. */
export interface OfferLife {
  timeline: OfferTimeline;
  versions: readonly StoredVersion[];
  endings: readonly StoredEnding[];
  suspensions: readonly StoredSuspension[];
  ringEvents: readonly StoredRingEvent[];
}

/** The lives of some offers; an offer without any published version has an empty one. */
export async function livesOf(
  connection: Connection,
  offerIds: readonly string[],
): Promise<Map<string, OfferLife>> {
  const ids = [...new Set(offerIds)];
  const versions = await publishedVersionsOf(connection, ids);
  const endings = await selectEndings(connection, ids);
  const suspensions = await selectSuspensions(connection, ids);
  const ringEvents = await selectRingEvents(connection, ids);
  const ownedBy = <T extends { offerId: string }>(all: readonly T[], id: string) =>
    all.filter(({ offerId }) => offerId === id);
  return new Map(
    ids.map(id => {
      const own = {
        versions: ownedBy(versions, id),
        endings: ownedBy(endings, id),
        suspensions: ownedBy(suspensions, id),
        ringEvents: ownedBy(ringEvents, id),
      };
      const timeline: OfferTimeline = {
        ...own,
        offerId: id,
        versions: own.versions.map(version =>
          timedVersion({ ...version, validFrom: version.validFrom ?? '' }, version.content),
        ),
        releases: [],
      };
      return [id, { ...own, timeline }] as const;
    }),
  );
}

/** The life of one offer. */
export async function lifeOf(connection: Connection, offerId: string): Promise<OfferLife> {
  const life = (await livesOf(connection, [offerId])).get(offerId);
  if (!life) throw new Error(`No life was read for the offer ${offerId}`);
  return life;
}

/** Offers with a published version that needs a product release. */
export async function offersNeeding(
  connection: Connection,
  release: { product: string; version: string },
): Promise<string[]> {
  return selectOffersNeeding(connection, release);
}

/** The published versions of bundles that have one of the offers as a member. */
export async function bundlesOf(
  connection: Connection,
  memberIds: readonly string[],
): Promise<{ memberId: string; offerId: string; number: number }[]> {
  return selectBundlesOf(connection, memberIds);
}
