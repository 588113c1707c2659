import { Content } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Refusal } from '../refusal';
import { DraftedOffer, StoredVersion } from './reading';
import { StoredOffer, updateOffer } from './store';
import { insertVersion, publishVersion, renumberDraft, selectVersions } from './versionStore';

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

/** A content that is published again, by whom and when. */
export interface Repeated {
  offer: StoredOffer;
  content: Content;
  by: string;
  at: string;
}

/**
 * Publishes a content as the next version, from now on. A draft that waits for its release keeps its content and moves
 * one number on, since a version that is published later has the higher number.
 */
export async function publishContent(
  tx: Knex.Transaction,
  { offer, content, by, at }: Repeated,
): Promise<{ number: number; movedDraft: { from: number; to: number } | undefined }> {
  const versions = await selectVersions(tx, [offer.id]);
  const draft = versions.find(({ status }) => status === 'draft');
  const number = draft?.number ?? (versions.at(-1)?.number ?? 0) + 1;
  const movedDraft = draft && { from: draft.number, to: draft.number + 1 };
  if (movedDraft) await renumberDraft(tx, offer.id, movedDraft);
  await insertVersion(tx, { offerId: offer.id, number, content }, by, at);
  const publication = { validFrom: at, validUntil: content.validity.until, at, by };
  await publishVersion(tx, { offerId: offer.id, number }, publication);
  const stored = await updateOffer(tx, { ...offer, updatedAt: at, updatedBy: by }, content);
  if (!stored) throw new Refusal('conflict');
  return { number, movedDraft };
}
