import { ProductRelease, ProductReleaseSummary } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { selectStatuses, StoredRelease } from './store';

/** A product release as a row of a list. */
export function releaseSummary(release: StoredRelease): ProductReleaseSummary {
  const { createdAt: _at, createdBy: _by, url, ...said } = release;
  return { ...said, ...(url ? { url } : {}) };
}

/** A product release with its history. */
export async function releaseView(
  connection: Connection,
  release: StoredRelease,
): Promise<ProductRelease> {
  return { ...releaseSummary(release), history: await selectStatuses(connection, release.id) };
}
