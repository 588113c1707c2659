import type { Knex } from 'knex';
import { ahead, readAhead } from '../database/readAhead';
import { linksAhead } from '../plans/links';
import { FINGERPRINTS } from '../search/texts';
import { actsAhead } from '../timeline/reading';
import { MANAGED_TAGS } from './managedTags';
import { lockOffer, StoredOffer } from './store';
import { AUTHORS, REFERENCES, selectVersions, StoredVersion, VERSIONS } from './versionStore';
import { WAIVERS } from './waiverStore';

/** An offer with its draft, and whether a version of it was ever published. */
export interface WholeDraft {
  offer: StoredOffer;
  draft: StoredVersion | undefined;
  isPublished: boolean;
}

/** Locks an offer, and reads ahead what an edit of its draft looks at. */
export async function lockWholeDraft(
  tx: Knex.Transaction,
  id: string,
): Promise<WholeDraft | undefined> {
  const offer = await lockOffer(tx, id);
  if (!offer) return undefined;
  await readAhead(tx, [
    ahead(VERSIONS, [id]),
    ahead(AUTHORS, [id]),
    ahead(REFERENCES, [id]),
    ahead(WAIVERS, [id]),
    ahead(MANAGED_TAGS, [id]),
    ahead(FINGERPRINTS, [id]),
    actsAhead([id]),
    ...linksAhead([id]),
  ]);
  const versions = await selectVersions(tx, [id]);
  return {
    offer,
    draft: versions.find(({ status }) => status === 'draft'),
    isPublished: versions.some(({ status }) => status === 'published'),
  };
}
