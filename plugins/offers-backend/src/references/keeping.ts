import {
  KeptKind,
  keptPartySchema,
  keptPriceListSchema,
  KeptQuery,
  referenceManagePermission,
  referenceReadPermission,
} from '@offerdesk/backstage-plugin-offers-common';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { isUniqueViolation } from '../database/failures';
import { ownsOffers } from '../offers/reading';
import { found, Refusal } from '../refusal';
import { refreshDrafts } from './referring';
import { insertKept, selectKept, selectKeptPage, StoredKept } from './store';

/** A kind of entry, with how what it says is read. */
export interface Kept<S> {
  kind: KeptKind;
  word: string;
  read(said: unknown): S;
}

/** Price lists that are kept once. */
export const keptPriceLists = {
  kind: 'price-list' as const,
  word: 'price list',
  read: (said: unknown) => keptPriceListSchema.parse(said),
};

/** Parties that are kept once. */
export const keptParties = {
  kind: 'party' as const,
  word: 'party',
  read: (said: unknown) => keptPartySchema.parse(said),
};

/** An entry as those who read it see it. */
export function keptView<S>(kept: Kept<S>, stored: StoredKept) {
  const { id, retiredAt, revision, updatedAt, updatedBy } = stored;
  const retired = retiredAt !== undefined;
  return { ...kept.read(stored.said), id, retired, revision, updatedAt, updatedBy };
}

/** A page of the entries of a kind, by id. */
export async function listKept<S>(
  ctx: Context,
  actor: Actor,
  kept: Kept<S>,
  { cursor, limit, retired }: KeptQuery,
) {
  await requireReader(ctx, actor);
  const [after] = cursor ? decodeCursor(cursor, 1) : [];
  const rows = await selectKeptPage(ctx.db.knex, kept.kind, {
    after,
    limit,
    retired: retired === 'true',
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(row => keptView(kept, row)),
    ...(last && rows.length > limit ? { nextCursor: encodeCursor([last.id]) } : {}),
  };
}

/** One entry. */
export async function getKept<S>(ctx: Context, actor: Actor, kept: Kept<S>, id: string) {
  await requireReader(ctx, actor);
  return keptView(kept, found(await selectKept(ctx.db.knex, kept.kind, id)));
}

/**
 * Keeps a new entry. Its id is what offers refer to, so it never changes.
 * @throws Refusal `name-taken`, also when the id is that of a retired entry
 */
export async function createKept<S extends object>(
  ctx: Context,
  actor: Actor,
  kept: Kept<S>,
  { id, ...said }: { id: string } & S,
  key: string,
) {
  await requireManager(ctx, actor);
  const at = nowOf(ctx);
  const request = {
    caller: actor.ref,
    key,
    operation: `create ${kept.kind}`,
    input: { id, ...said },
  };
  const stored: StoredKept = {
    kind: kept.kind,
    id,
    said,
    retiredAt: undefined,
    revision: 1,
    updatedAt: at,
    updatedBy: actor.ref,
  };
  try {
    return await ctx.db.transaction(tx =>
      once(tx, request, at, async () => {
        await insertKept(tx, stored);
        await record(tx, {
          at,
          actor: actor.ref,
          surface: actor.surface,
          action: `${kept.kind}.create`,
          subjectKind: kept.kind,
          subjectId: id,
          change: { after: said },
        });
        // A draft may have referred to it before it was there (rule 14).
        await refreshDrafts(ctx, tx, actor, { kept: stored, filter: 'none', at });
        return keptView(kept, stored);
      }),
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const message = `Another ${kept.word} has this id; choose another.`;
    throw new Refusal('name-taken', { message, fields: [{ field: 'id', remedy: message }] });
  }
}

/** @throws Refusal `not-allowed` when the person neither reads offers as staff nor answers for one */
async function requireReader(ctx: Context, actor: Actor): Promise<void> {
  const reads = actor.can.has('readAll') || (await ownsOffers(ctx.db.knex, actor.principals));
  if (!reads) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, referenceReadPermission);
}

/** @throws Refusal `not-allowed` when the person does not manage what is kept */
export async function requireManager(ctx: Context, actor: Actor): Promise<void> {
  if (!actor.can.has('manageReferences')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, referenceManagePermission);
}
