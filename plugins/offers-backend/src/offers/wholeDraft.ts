import type { Knex } from 'knex';
import { ahead, readAhead } from '../database/readAhead';
import { linksAhead } from '../plans/links';
import { FINGERPRINTS } from '../search/texts';
import { actsAhead } from '../timeline/reading';
import { MANAGED_TAGS } from './managedTags';
import { lockOffer, StoredOffer } from './store';
import { AUTHORS, REFERENCES, selectVersions, StoredVersion, VERSIONS } from './versionStore';
import { WAIVERS } from './waiverStore';

/** Locks an offer, and reads ahead what an edit of its draft looks at. */
export async function lockWholeDraft(
  tx: Knex.Transaction,
  id: string,
): Promise<{ offer: StoredOffer; draft: StoredVersion | undefined } | undefined> {
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
  return { offer, draft: versions.find(({ status }) => status === 'draft') };
}
