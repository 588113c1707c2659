import type { Knex } from 'knex';
import { Refusal } from '../refusal';
import { DraftedOffer, StoredVersion } from './reading';
import { updateOffer } from './store';
import { publishVersion } from './versionStore';

/** When and by whom a version is published. */
export interface Publication {
  validFrom: string;
  validUntil: string | undefined;
  at: string;
  by: string;
}

/** Makes the draft of an offer a published version, which is never altered again (rule 2). */
export async function publishDraft(
  tx: Knex.Transaction,
  { offer, draft }: DraftedOffer,
  publication: Publication,
): Promise<StoredVersion & { validFrom: string }> {
  const { at, by, validFrom, validUntil } = publication;
  await publishVersion(tx, draft, publication);
  const stored = await updateOffer(tx, { ...offer, updatedAt: at, updatedBy: by }, draft.content);
  if (!stored) throw new Refusal('conflict');
  return { ...draft, status: 'published', validFrom, validUntil, publishedAt: at, publishedBy: by };
}
