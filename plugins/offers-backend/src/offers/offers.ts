import {
  categoriesFoundIn,
  CreateOffer,
  ManagedOffer,
  ManagedOfferPage,
  ManageQuery,
  offerCreatePermission,
  offerReadPermission,
  offerUpdatePermission,
  OfferQuery,
  ownPriceLists,
} from '@offerdesk/backstage-plugin-offers-common';
import { record } from '../audit/audit';
import { decodeCursor, encodeCursor } from '../api/cursor';
import { once } from '../api/idempotency';
import { Actor, Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { isUniqueViolation } from '../database/failures';
import { found, Refusal } from '../refusal';
import { catalogueToCome } from '../structure/naming';
import { structureKnown } from '../structure/reading';
import { newDraft } from './newDrafts';
import { readsAsStaff } from './readable';
import { isStaffOf, publishedVersionsOf } from './reading';
import { selectManaged } from './managedStore';
import { selectOffer, StoredOffer } from './store';
import { managedOffer, managedSummaries, mayEdit, newManagedOffer } from './view';

/** A page of the offers that a person reads as staff, by title. */
export async function listOffers(
  ctx: Context,
  actor: Actor,
  { cursor, category, ...query }: ManageQuery,
): Promise<ManagedOfferPage> {
  const [sortKey, id] = cursor ? decodeCursor(cursor, 2) : [];
  const rows = await selectManaged(ctx.db.knex, {
    query,
    categories:
      category === undefined ? undefined : categoriesFoundIn(await structureKnown(ctx), [category]),
    after: sortKey !== undefined && id !== undefined ? { sortKey, id } : undefined,
    owners: actor.can.has('readAll') ? undefined : actor.principals,
    filter: await ctx.guard.filter(actor.credentials, offerReadPermission),
    now: nowOf(ctx),
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await managedSummaries(ctx, ctx.db.knex, page),
    ...(last && rows.length > query.limit
      ? { nextCursor: encodeCursor([last.sortKey, last.id]) }
      : {}),
  };
}

/**
 * One offer as staff see it.
 * @throws Refusal `not-found` when it does not exist, or not for this person
 */
export async function getOffer(
  ctx: Context,
  actor: Actor,
  id: string,
  query: OfferQuery,
): Promise<ManagedOffer> {
  const offer = await readableOffer(ctx, actor, id);
  const managed = await managedOffer(ctx, ctx.db.knex, actor, offer);
  const [latest] = query.published ? await latestPublished(ctx.db.knex, id) : [];
  return latest ? { ...managed, published: latest } : managed;
}

/** What the latest published version of an offer is sold by; nothing where none was published. */
async function latestPublished(connection: Connection, id: string) {
  const versions = await publishedVersionsOf(connection, [id]);
  return versions
    .sort((a, b) => b.number - a.number)
    .slice(0, 1)
    .map(({ number, content }) => ({
      number,
      options: content.options,
      priceLists: ownPriceLists(content),
    }));
}

/** The offer, if this person reads it as staff. */
export async function readableOffer(ctx: Context, actor: Actor, id: string): Promise<StoredOffer> {
  const offer = found(await selectOffer(ctx.db.knex, id));
  return found((await readsAsStaff(ctx, actor, offer)) ? offer : undefined);
}

/**
 * Asks the policy who edits, for an offer that a transaction will lock: so it is held against the offer as it is then,
 * and the offer is read once.
 * @returns throws Refusal `not-found`, `not-allowed` as {@link requireEditor}
 */
export async function editorRule(
  ctx: Context,
  actor: Actor,
): Promise<(offer: StoredOffer) => void> {
  const reads = await ctx.guard.decision(actor.credentials, offerReadPermission);
  const updates = await ctx.guard.decision(actor.credentials, offerUpdatePermission);
  return offer => {
    found(isStaffOf(actor, offer) && reads(offer) ? offer : undefined);
    if (!mayEdit(actor, offer) || !updates(offer)) throw new Refusal('not-allowed');
  };
}

/** Whether a person may edit whichever offer: by their role, and with a policy that looks at none. */
export async function editsEvery(ctx: Context, actor: Actor): Promise<boolean> {
  return (
    actor.can.has('readAll') &&
    actor.can.has('updateOffer') &&
    (await ctx.guard.allowsEvery(actor.credentials, offerReadPermission)) &&
    (await ctx.guard.allowsEvery(actor.credentials, offerUpdatePermission))
  );
}

/** @throws Refusal `not-found` when the person does not read the offer, `not-allowed` when they may not edit it */
export async function requireEditor(ctx: Context, actor: Actor, id: string): Promise<void> {
  const require = await editorRule(ctx, actor);
  require(found(await selectOffer(ctx.db.knex, id)));
}

async function requireCatalogue(ctx: Context, tx: Connection, catalogue: string): Promise<void> {
  if (await catalogueToCome(ctx, tx, catalogue)) return;
  throw new Refusal('invalid-input', {
    fields: [{ field: 'catalogue', remedy: 'Name a catalogue that there is, or that is to come' }],
  });
}

/**
 * Creates an offer with its first draft.
 * @throws Refusal `name-taken`, `invalid-input` for a catalogue that there is not
 */
export async function createOffer(
  ctx: Context,
  actor: Actor,
  input: CreateOffer,
  key: string,
): Promise<ManagedOffer> {
  if (!actor.can.has('createOffer')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, offerCreatePermission);
  const at = nowOf(ctx);
  const request = { caller: actor.ref, key, operation: 'createOffer', input };
  try {
    return await ctx.db.transaction(tx =>
      once(tx, request, at, async () => {
        await requireCatalogue(ctx, tx, input.catalogue);
        const created = await newDraft(ctx, tx, { ...input, author: actor.ref, at });
        await record(tx, {
          at,
          actor: actor.ref,
          surface: actor.surface,
          action: 'offer.create',
          subjectKind: 'offer',
          subjectId: created.offer.id,
          change: { name: input.name, version: 1 },
        });
        return newManagedOffer(ctx, tx, actor, created);
      }),
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Refusal('name-taken', {
      fields: [{ field: 'name', remedy: 'Another offer has this name; choose another' }],
    });
  }
}
