import {
  Content,
  contentHash,
  ContentPart,
  contentSchema,
  DEFAULT_CATALOGUE,
  hashJson,
  Interaction,
  isBlocking,
  offerCompleteness,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Actor, Context } from '../context';
import { CountPeople, draftChanged, lockPlanOf } from '../plans/draftChanged';
import { Refusal } from '../refusal';
import { CategoriesOf, categoriesToName } from '../structure/naming';
import { record } from '../audit/audit';
import { sha256 } from '../audit/sha256';
import { contentWithKept } from '../references/kept';
import { keepHealth } from './keepHealth';
import { insertOffer, insertOffers, StoredOffer, updateOffer } from './store';
import { insertVersion, insertVersions, StoredVersion, updateDraft } from './versionStore';

/** A new offer as a person or a source gives it. */
export interface NewDraft {
  name: string;
  /** the catalogue that holds it; the first one unless told */
  catalogue?: string | undefined;
  interaction: Interaction;
  owner?: string | undefined;
  content: Content;
  source?: { id: string; key: string; content: string };
  author: string;
  at: string;
}

/** Stores a new offer with its first draft. The name's uniqueness is the database's to refuse. */
export async function newDraft(
  ctx: Context,
  tx: Knex.Transaction,
  written: NewDraft,
): Promise<{ offer: StoredOffer; draft: StoredVersion }> {
  const draft = await withKeptContent(tx, written);
  const offer = draftedOffer(ctx, draft, await categoriesToName(ctx, tx));
  await insertOffer(tx, offer, draft.content);
  return {
    offer,
    draft: await insertVersion(tx, firstVersion(offer, draft), draft.author, draft.at),
  };
}

/** Stores some hundred new offers of one author at once. */
export async function newDrafts(
  ctx: Context,
  tx: Knex.Transaction,
  written: readonly NewDraft[],
): Promise<StoredOffer[]> {
  const [first] = written;
  if (!first) return [];
  const drafts: NewDraft[] = [];
  for (const draft of written) drafts.push(await withKeptContent(tx, draft));
  const categoriesOf = await categoriesToName(ctx, tx);
  const made = drafts.map(draft => ({ draft, offer: draftedOffer(ctx, draft, categoriesOf) }));
  await insertOffers(
    tx,
    made.map(({ offer, draft }) => ({ offer, content: draft.content })),
  );
  const versions = made.map(({ offer, draft }) => firstVersion(offer, draft));
  await insertVersions(tx, versions, first.author, first.at);
  return made.map(({ offer }) => offer);
}

/** A new draft that says what is kept; a question of the database only where it refers to anything. */
async function withKeptContent(tx: Knex.Transaction, draft: NewDraft): Promise<NewDraft> {
  return { ...draft, content: await contentWithKept(tx, draft.content) };
}

function firstVersion({ id }: StoredOffer, { content }: NewDraft) {
  return { offerId: id, number: 1, content, hash: contentHash(content, sha256) };
}

function draftedOffer(
  ctx: Context,
  {
    name,
    catalogue = DEFAULT_CATALOGUE,
    interaction,
    owner,
    content,
    source,
    author,
    at,
  }: NewDraft,
  categoriesOf: CategoriesOf,
): StoredOffer {
  const id = ctx.newId();
  return {
    id,
    name,
    catalogue,
    madeIn: catalogue,
    interaction,
    owner,
    ...descriptionOf(categoriesOf({ id, madeIn: catalogue }), owner, content),
    sourceId: source?.id,
    sourceKey: source?.key,
    sourceContent: source?.content,
    watchers: 0,
    revision: 1,
    createdAt: at,
    createdBy: author,
    updatedAt: at,
    updatedBy: author,
  };
}

/** What a draft shall be from now on. */
export interface DraftEdit {
  owner: string | undefined;
  content: Content;
  sourceContent?: string;
  at: string;
  people: CountPeople;
  action: 'offer.edit' | 'offer.import';
}

/**
 * Stores an edit of a draft, with its audit entry and what it does to a plan that is under way.
 * @throws Refusal `conflict` when somebody else changed the offer since it was read
 */
export async function editDraft(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  { offer, draft }: { offer: StoredOffer; draft: StoredVersion },
  edit: DraftEdit,
): Promise<StoredOffer> {
  const { owner, at } = edit;
  const categoriesOf = await categoriesToName(ctx, tx);
  const content = await contentWithKept(tx, edit.content);
  const edited: StoredOffer = {
    ...offer,
    owner,
    ...descriptionOf(categoriesOf(offer), owner, content),
    sourceContent: edit.sourceContent ?? offer.sourceContent,
    updatedAt: at,
    updatedBy: actor.ref,
  };
  await lockPlanOf(tx, offer.id);
  if (!(await updateOffer(tx, edited, content))) throw new Refusal('conflict');
  const { offerId, number } = draft;
  await updateDraft(
    tx,
    { offerId, number, content, hash: contentHash(content, sha256) },
    actor.ref,
    at,
  );
  await record(tx, {
    at,
    actor: actor.ref,
    surface: actor.surface,
    action: edit.action,
    subjectKind: 'offer',
    subjectId: offer.id,
    change: { version: number, fields: changedFields(offer, draft.content, { owner, content }) },
  });
  if (owner !== offer.owner) await keepHealth(ctx, tx, edited, at);
  await draftChanged(ctx, tx, actor, { offerId, at, people: edit.people });
  return { ...edited, revision: offer.revision + 1 };
}

/** The fields that an edit changes, as paths. */
export function changedFields(
  offer: Pick<StoredOffer, 'owner'>,
  before: Content,
  { owner, content: after }: Pick<DraftEdit, 'owner' | 'content'>,
): string[] {
  const differs = (a: unknown, b: unknown) =>
    // Most fields are what they were, letter by letter; only the others are worth their canonical form.
    JSON.stringify(a) !== JSON.stringify(b) && hashJson(a ?? null) !== hashJson(b ?? null);
  const inPart = (part: ContentPart) => {
    const [old, now] = [
      new Map(Object.entries(before[part] ?? {})),
      new Map(Object.entries(after[part] ?? {})),
    ];
    return [...new Set([...old.keys(), ...now.keys()])]
      .filter(field => differs(old.get(field), now.get(field)))
      .map(field => `content.${part}.${field}`);
  };
  const parts: readonly ContentPart[] = contentSchema.keyof().options;
  return [...(offer.owner === owner ? [] : ['owner']), ...parts.flatMap(inPart)];
}

/** What the managers' list says of an offer, from its draft or its latest version. */
export function descriptionOf(
  categories: readonly string[],
  owner: string | undefined,
  content: Content,
): Pick<StoredOffer, 'category' | 'title' | 'summary' | 'missing'> {
  const { category, title, summary } = content.information;
  return { category, title, summary, missing: missingIn(categories, owner, content) };
}

function missingIn(
  categories: readonly string[],
  owner: string | undefined,
  content: Content,
): number {
  return offerCompleteness({ owner, content, categories }).filter(isBlocking).length;
}
