import {
  contentHash,
  OfferTimeline,
  ReferringOffer,
  servingAt,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { ListFilter } from '../api/OfferGuard';
import { Actor, Context } from '../context';
import { changedFields, editDraft } from '../offers/drafts';
import { lockDrafts, referringDrafts, referringPublished, versionsOf } from '../offers/reading';
import { livesOf } from '../timeline/reading';
import { contentWithKept, withEntry } from './kept';
import { StoredKept } from './store';

/** An entry as it is now, and who is told of what refers to it. */
export interface About {
  kept: StoredKept;
  /** the offers that the person may read; every draft is refreshed, and these are named */
  filter: ListFilter;
  at: string;
}

/** Brings the drafts that refer to an entry up to date, as an edit does; names those that the person may read. */
export async function refreshDrafts(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  { kept, filter, at }: About,
): Promise<ReferringOffer[]> {
  const readable = new Set(await referringDrafts(tx, kept, filter));
  const refreshed: ReferringOffer[] = [];
  for (const id of await referringDrafts(tx, kept, 'all')) {
    const { offer, draft } = (await lockDrafts(tx, [id])).get(id) ?? {};
    if (!offer || !draft) continue;
    const content = await contentWithKept(tx, draft.content);
    const { owner } = offer;
    const fields = changedFields(offer, draft.content, { owner, content });
    if (fields.length === 0) continue;
    const people = () => new Map();
    const edit = { owner, content, at, people, action: 'offer.edit' as const, fields };
    await editDraft(ctx, tx, actor, { offer, draft }, edit);
    if (readable.has(id)) refreshed.push(named(offer, draft.number));
  }
  return refreshed;
}

/** Published versions that serve or will, and that do not say what the entry says; all of them once it is retired. */
export async function versionsSaying(
  tx: Knex.Transaction,
  { kept, filter, at }: About,
): Promise<ReferringOffer[]> {
  const referring = await referringPublished(tx, kept, filter);
  const lives = await livesOf(tx, [...new Set(referring.map(({ offerId }) => offerId))]);
  const inForce = referring.filter(({ offerId, number }) => {
    const life = lives.get(offerId);
    return life !== undefined && isInForce(life.timeline, number, at);
  });
  return (await versionsOf(tx, inForce)).flatMap(({ offer, draft: version }) => {
    const current = contentHash(withEntry(version.content, kept));
    const isFormer = kept.retiredAt !== undefined || current !== contentHash(version.content);
    return isFormer ? [named(offer, version.number)] : [];
  });
}

/** Whether a version is served to anybody, or begins later. */
function isInForce(timeline: OfferTimeline, number: number, at: string): boolean {
  const serving = servingAt(timeline, at);
  const served = [serving?.first, serving?.outside].some(each => each?.version.number === number);
  return served || timeline.versions.some(each => each.number === number && each.validFrom > at);
}

function named(
  { id, name, title }: { id: string; name: string; title: string },
  version: number,
): ReferringOffer {
  return { id, name, title, version };
}
