import { Content, DEFAULT_CATALOGUE, Interaction } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { Context } from '../context';
import { contentWithKept } from '../references/kept';
import { CategoriesOf, categoriesToName } from '../structure/naming';
import { Prepared, preparedBefore } from './prepared';
import { insertOffers, StoredOffer } from './store';
import { insertVersion, insertVersions, NewVersion, StoredVersion } from './versionStore';

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
  /** what was made of it before; absent: nothing was */
  ahead?: Prepared | undefined;
}

/** A new offer with all that is stored of it. */
interface Made {
  offer: StoredOffer;
  prepared: Prepared;
}

const storedOf = ({ offer, prepared: { content, text } }: Made) => ({ offer, content, text });

/** Stores a new offer with its first draft. The name's uniqueness is the database's to refuse. */
export async function newDraft(
  ctx: Context,
  tx: Knex.Transaction,
  written: NewDraft,
): Promise<{ offer: StoredOffer; draft: StoredVersion }> {
  const made = await madeOf(ctx, tx, written, await categoriesOfNew(ctx, tx));
  await insertOffers(tx, [storedOf(made)]);
  const draft = await insertVersion(tx, firstVersion(made), written.author, written.at);
  return { offer: made.offer, draft };
}

/** Stores some hundred new offers of one author at once. */
export async function newDrafts(
  ctx: Context,
  tx: Knex.Transaction,
  written: readonly NewDraft[],
): Promise<StoredOffer[]> {
  const [first] = written;
  if (!first) return [];
  const categoriesOf = await categoriesOfNew(ctx, tx);
  const made: Made[] = [];
  for (const draft of written) made.push(await madeOf(ctx, tx, draft, categoriesOf));
  await insertOffers(tx, made.map(storedOf));
  await insertVersions(tx, made.map(firstVersion), first.author, first.at);
  return made.map(({ offer }) => offer);
}

/** What a new offer of a catalogue may name; asked once for all of them. */
export async function categoriesOfNew(
  ctx: Pick<Context, 'db' | 'clock'>,
  connection: Parameters<typeof categoriesToName>[1],
): Promise<(catalogue?: string) => readonly string[]> {
  const categoriesOf = await categoriesToName(ctx, connection);
  const known = new Map<string, ReturnType<CategoriesOf>>();
  return (catalogue = DEFAULT_CATALOGUE) => {
    // An offer that is not there yet has moved nowhere: its id says nothing.
    const names = known.get(catalogue) ?? categoriesOf({ id: '', madeIn: catalogue });
    known.set(catalogue, names);
    return names;
  };
}

/** A question of the database only where the content refers to what is kept. */
async function madeOf(
  ctx: Context,
  tx: Knex.Transaction,
  written: NewDraft,
  categoriesOf: (catalogue?: string) => readonly string[],
): Promise<Made> {
  const draft = { ...written, content: await contentWithKept(tx, written.content) };
  const prepared = preparedBefore(tx, draft, categoriesOf(draft.catalogue));
  return { offer: draftedOffer(ctx, draft, prepared.missing), prepared };
}

function firstVersion({ offer, prepared }: Made): NewVersion {
  const { content, written } = prepared;
  return { offerId: offer.id, number: 1, content, written };
}

function draftedOffer(
  ctx: Context,
  {
    name,
    catalogue = DEFAULT_CATALOGUE,
    interaction,
    owner,
    content: { information },
    source,
    author,
    at,
  }: NewDraft,
  missing: number,
): StoredOffer {
  const { category, title, summary } = information;
  return {
    id: ctx.newId(),
    name,
    catalogue,
    madeIn: catalogue,
    interaction,
    owner,
    category,
    title,
    summary,
    missing,
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
