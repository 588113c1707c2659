import { effectiveFrom } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { BroughtOffer, DraftedOffer, publishedVersionsOf, versionAt } from '../offers/reading';
import { rolledBackVersions } from '../timeline/reading';

/**
 * Some versions that a plan brings, each with the version that serves until then: of those before it that were not
 * rolled back the one that has begun by the release, else the first that begins.
 */
export async function withServing(
  connection: Connection,
  drafted: readonly DraftedOffer[],
  releaseAt: string,
): Promise<BroughtOffer[]> {
  const ids = drafted.map(({ offer }) => offer.id);
  const published = await publishedVersionsOf(connection, ids);
  const ringed = published.filter(({ content }) => content.access.rings.length > 0);
  const gone = await rolledBackVersions(connection, ringed);
  return drafted.map(({ offer, draft }) => {
    const before = published.filter(
      ({ offerId, number }) => offerId === offer.id && number < draft.number,
    );
    const standing = before.filter(({ number }) => !gone.has(`${offer.id} ${number}`));
    const from = effectiveFrom(draft.content, releaseAt, '');
    return { offer, draft, serving: versionAt(standing, from) ?? before[0] };
  });
}
