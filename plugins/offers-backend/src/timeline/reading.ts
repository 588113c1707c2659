import {
  NeededRelease,
  OfferTimeline,
  timedVersion,
  TimedVersion,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { Ahead, ahead } from '../database/readAhead';
import { publishedVersionsOf, StoredVersion } from '../offers/reading';
import { deploymentsOf } from '../releases/releases';
import {
  ACTS,
  selectActs,
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

/** Which acts there are of some offers, to be read ahead. */
export const actsAhead = (offerIds: readonly string[]): Ahead => ahead(ACTS, offerIds);

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
  const acts = await selectActs(connection, ids);
  const endings = acts.endings ? await selectEndings(connection, ids) : [];
  const suspensions = acts.suspensions ? await selectSuspensions(connection, ids) : [];
  const ringEvents = acts.ringEvents ? await selectRingEvents(connection, ids) : [];
  const releases = await deploymentsOf(connection, neededBy(versions));
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
      return [
        id,
        { ...own, timeline: { ...own, offerId: id, versions: own.versions.map(timed), releases } },
      ] as const;
    }),
  );
}

function neededBy(versions: readonly StoredVersion[]): NeededRelease[] {
  const all = versions.flatMap(({ content }) => content.product.releases);
  return [...new Map(all.map(need => [`${need.product} ${need.version}`, need])).values()];
}

/** The product releases that the published versions of an offer need. */
export async function releasesNeededBy(
  connection: Connection,
  offerId: string,
): Promise<NeededRelease[]> {
  return neededBy(await publishedVersionsOf(connection, [offerId]));
}

/** The life of one offer. */
export async function lifeOf(connection: Connection, offerId: string): Promise<OfferLife> {
  const life = (await livesOf(connection, [offerId])).get(offerId);
  if (!life) throw new Error(`No life was read for the offer ${offerId}`);
  return life;
}

/** Which of some versions were rolled back in their rings, as `offer number`. */
export async function rolledBackVersions(
  connection: Connection,
  versions: readonly { offerId: string; number: number }[],
): Promise<Set<string>> {
  if (versions.length === 0) return new Set();
  const ids = [...new Set(versions.map(({ offerId }) => offerId))];
  const events = await selectRingEvents(connection, ids);
  const back = events.filter(({ kind }) => kind === 'roll-back');
  return new Set(back.map(({ offerId, number }) => `${offerId} ${number}`));
}

/**
 * The life of an offer as it would be if one more version were published.
 *
 * @param version - with the instants between which it would be offered
 */
export async function lifeWith(connection: Connection, version: StoredVersion): Promise<OfferLife> {
  const life = await lifeOf(connection, version.offerId);
  return {
    ...life,
    versions: [...life.versions, version],
    timeline: await timelineWith(connection, life.timeline, version),
  };
}

/** The timeline of an offer as it would be if one more version were published, between the instants that it names. */
export async function timelineWith(
  connection: Connection,
  timeline: OfferTimeline,
  version: Pick<StoredVersion, 'number' | 'content' | 'validFrom' | 'validUntil'>,
): Promise<OfferTimeline> {
  const needed = await deploymentsOf(connection, version.content.product.releases);
  return {
    ...timeline,
    versions: [...timeline.versions, timed(version)],
    releases: [...timeline.releases, ...needed],
  };
}

function timed({
  content,
  validFrom = '',
  ...version
}: Parameters<typeof timelineWith>[2]): TimedVersion {
  return timedVersion({ ...version, validFrom }, content);
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
