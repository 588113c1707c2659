import {
  Content,
  ManagedOffer,
  repriced,
  StartNextVersion,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { planLinks } from '../plans/links';
import { contentWithKept } from '../references/kept';
import { found, Refusal } from '../refusal';
import { categoriesToName } from '../structure/naming';
import { descriptionOf } from './drafts';
import { requireEditor } from './offers';
import { lockOffer, StoredOffer, updateOffer } from './store';
import { managedOffer } from './view';
import { discardVersion, insertVersion, selectVersions, StoredVersion } from './versionStore';

/**
 * Begins the next version of a published offer as a draft, a copy of what was published; the live version
 * goes on serving. Numbers are never used twice, also not those of discarded drafts. From when the earlier prices
 * were for subscriptions that exist is not copied: it would be said of prices that nobody has set yet (rule 10).
 * @throws Refusal `has-draft`, `never-published`, `invalid-input` for a version that was not published
 */
export async function startNextVersion(
  ctx: Context,
  actor: Actor,
  id: string,
  input: StartNextVersion,
  key: string,
): Promise<ManagedOffer> {
  await requireEditor(ctx, actor, id);
  const at = nowOf(ctx);
  const request = { caller: actor.ref, key, operation: `startNextVersion:${id}`, input };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const offer = found(await lockOffer(tx, id));
      const versions = await selectVersions(tx, [id]);
      const origin = originOf(versions, input.from);
      const { priceLists } = origin.content.pricing;
      const changed = await beginNextVersion(ctx, tx, actor, {
        offer,
        versions,
        from: origin.number,
        content: repriced(origin.content, priceLists, undefined),
        at,
      });
      return managedOffer(ctx, tx, actor, changed);
    }),
  );
}

/** The next version of an offer that is locked in this transaction. */
export interface NextVersion {
  offer: StoredOffer;
  /** every version of the offer, as they are under the lock */
  versions: readonly StoredVersion[];
  /** the number of the version that the content was taken from */
  from: number;
  content: Content;
  at: string;
}

/**
 * Stores the next version of an offer as a draft, with its entry in the log.
 * @throws Refusal `has-draft`
 */
export async function beginNextVersion(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  next: NextVersion,
): Promise<StoredOffer> {
  const { offer, versions, from, at } = next;
  if (draftIn(versions)) throw new Refusal('has-draft');
  const number = Math.max(...versions.map(version => version.number)) + 1;
  const content = await contentWithKept(tx, next.content);
  const draft = { offerId: offer.id, number, content };
  await insertVersion(tx, draft, actor.ref, at);
  const changed = await describedBy(ctx, tx, actor, { offer, content, at });
  await record(tx, {
    at,
    actor: actor.ref,
    surface: actor.surface,
    action: 'offer.next-version',
    subjectKind: 'offer',
    subjectId: offer.id,
    change: { version: number, from },
  });
  return changed;
}

/**
 * Discards the draft of a published offer. It is kept, and its number with it: plans that have ended show
 * what they brought.
 * @throws Refusal `conflict`, `offer-in-plan`, `never-published`, `already-published` without a draft
 */
export async function discardDraft(
  ctx: Context,
  actor: Actor,
  id: string,
  revision: number,
): Promise<ManagedOffer> {
  await requireEditor(ctx, actor, id);
  const at = nowOf(ctx);
  return ctx.db.transaction(async tx => {
    const offer = found(await lockOffer(tx, id));
    if (offer.revision !== revision) throw new Refusal('conflict');
    const versions = await selectVersions(tx, [id]);
    const draft = draftIn(versions);
    if (!draft) {
      throw new Refusal('already-published', { message: 'The offer has no draft to discard.' });
    }
    const latest = latestPublished(versions);
    if (!latest) throw new Refusal('never-published');
    if ((await planLinks(tx, [id])).has(id)) throw new Refusal('offer-in-plan');
    await discardVersion(tx, draft, actor.ref, at);
    const changed = await describedBy(ctx, tx, actor, { offer, content: latest.content, at });
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: 'offer.discard-draft',
      subjectKind: 'offer',
      subjectId: id,
      change: { version: draft.number },
    });
    return managedOffer(ctx, tx, actor, changed);
  });
}

function originOf(versions: readonly StoredVersion[], from: number | undefined): StoredVersion {
  if (from === undefined) {
    const latest = latestPublished(versions);
    if (!latest) throw new Refusal('never-published');
    return latest;
  }
  const named = versions.find(({ number, status }) => number === from && status === 'published');
  if (named) return named;
  throw new Refusal('invalid-input', {
    fields: [{ field: 'from', remedy: 'Give the number of a version that was published' }],
  });
}

function draftIn(versions: readonly StoredVersion[]): StoredVersion | undefined {
  return versions.find(({ status }) => status === 'draft');
}

function latestPublished(versions: readonly StoredVersion[]): StoredVersion | undefined {
  return versions.filter(({ status }) => status === 'published').at(-1);
}

/** Managers find an offer by what is being made of it; consumers by what is listed. */
async function describedBy(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  { offer, content, at }: { offer: StoredOffer; content: Content; at: string },
): Promise<StoredOffer> {
  const categoriesOf = await categoriesToName(ctx, tx);
  const changed: StoredOffer = {
    ...offer,
    ...descriptionOf(categoriesOf(offer), offer.owner, content),
    updatedAt: at,
    updatedBy: actor.ref,
  };
  if (!(await updateOffer(tx, changed, content))) throw new Refusal('conflict');
  return { ...changed, revision: offer.revision + 1 };
}
