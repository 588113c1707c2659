import {
  Content,
  ContentPart,
  contentSchema,
  hashJson,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Actor, Context } from '../context';
import { CountPeople, draftChanged, lockPlanOf } from '../plans/draftChanged';
import { Refusal } from '../refusal';
import { categoriesToName } from '../structure/naming';
import { record } from '../audit/audit';
import { sha256 } from '../audit/sha256';
import { contentWithKept } from '../references/kept';
import { keepHealth } from './keepHealth';
import { missingIn } from './prepared';
import { StoredOffer, updateOffer } from './store';
import { StoredVersion, updateDraft } from './versionStore';

/** What a draft shall be from now on. */
export interface DraftEdit {
  owner: string | undefined;
  content: Content;
  sourceContent?: string;
  at: string;
  people: CountPeople;
  action: 'offer.edit' | 'offer.import';
  /** what it changes, where the caller had to find out; absent: it is found out here */
  fields?: readonly string[];
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
  await updateDraft(tx, { offerId, number, content }, actor.ref, at);
  await record(tx, {
    at,
    actor: actor.ref,
    surface: actor.surface,
    action: edit.action,
    subjectKind: 'offer',
    subjectId: offer.id,
    change: {
      version: number,
      fields: edit.fields ?? changedFields(offer, draft.content, { owner, content }),
    },
  });
  if (owner !== offer.owner) await keepHealth(ctx, tx, edited, at);
  await draftChanged(ctx, tx, actor, { offerId, at, people: edit.people });
  return { ...edited, revision: offer.revision + 1 };
}

const PARTS: readonly ContentPart[] = contentSchema.keyof().options;

/** The fields that an edit changes, as paths. */
export function changedFields(
  offer: Pick<StoredOffer, 'owner'>,
  before: Content,
  { owner, content: after }: Pick<DraftEdit, 'owner' | 'content'>,
): string[] {
  const differs = (a: unknown, b: unknown) =>
    // Most fields are what they were, letter by letter; only the others are worth their canonical form.
    JSON.stringify(a) !== JSON.stringify(b) &&
    hashJson(a ?? null, sha256) !== hashJson(b ?? null, sha256);
  const inPart = (part: ContentPart) => {
    const [old, now] = [
      new Map(Object.entries(before[part] ?? {})),
      new Map(Object.entries(after[part] ?? {})),
    ];
    return [...new Set([...old.keys(), ...now.keys()])]
      .filter(field => differs(old.get(field), now.get(field)))
      .map(field => `content.${part}.${field}`);
  };
  return [...(offer.owner === owner ? [] : ['owner']), ...PARTS.flatMap(inPart)];
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
