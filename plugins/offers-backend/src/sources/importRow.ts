import {
  Content,
  ContentInput,
  contentSchema,
  fieldProblems,
  ImportRow,
  offerNameSchema,
  optionProblems,
} from '@offerdesk/backstage-plugin-offers-common';
import { SourceRow } from '@offerdesk/backstage-plugin-offers-node';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { isUniqueViolation } from '../database/Database';
import { editDraft, newDraft } from '../offers/drafts';
import { lockDrafts, offerFromSource } from '../offers/reading';
import { mergeSource } from './merge';

type GoodRow = Extract<SourceRow['result'], { ok: true }>;

/** Imports one row in a transaction of its own, and says what became of it. */
export async function importRow(
  ctx: Context,
  actor: Actor,
  sourceId: string,
  { key, title, result }: SourceRow,
): Promise<ImportRow> {
  const named = { key, title };
  if (!result.ok) return { ...named, outcome: 'rejected', reason: result.reason };
  const problem = problemOf(result);
  if (problem) return { ...named, outcome: 'rejected', reason: problem };
  const content = contentSchema.parse(result.content);
  try {
    const outcome = await ctx.db.transaction(tx =>
      store(ctx, tx, actor, { sourceId, key, row: result, content }),
    );
    return { ...named, ...outcome, ...reasonOf(outcome, result) };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return {
      ...named,
      outcome: 'rejected',
      reason: `Another offer is called ${result.name}; rename one of them.`,
    };
  }
}

type Outcome = Omit<ImportRow, 'key' | 'title'>;

function reasonOf({ reason }: Outcome, { note }: GoodRow): { reason?: string } {
  const said = [reason, note].filter(Boolean).join(' ');
  return said ? { reason: said } : {};
}

function problemOf({ name, content }: GoodRow): string | undefined {
  const checkedName = offerNameSchema.safeParse(name);
  if (!checkedName.success)
    return `Its name ${name} is not usable: ${fieldProblems(checkedName.error)[0]?.remedy}.`;
  const checked = contentSchema.safeParse(content);
  if (!checked.success) {
    return fieldProblems(checked.error)
      .map(({ field, remedy }) => `${field}: ${remedy}.`)
      .join(' ');
  }
  return optionProblems(checked.data.options)[0];
}

async function store(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  {
    sourceId,
    key,
    row,
    content,
  }: { sourceId: string; key: string; row: GoodRow; content: Content },
): Promise<Outcome> {
  const at = nowOf(ctx);
  const said = JSON.stringify(row.content);
  const known = await offerFromSource(tx, sourceId, key);
  if (!known) {
    const offer = await newDraft(ctx, tx, {
      name: row.name,
      interaction: row.interaction,
      content,
      source: { id: sourceId, key, content: said },
      author: actor.ref,
      at,
    });
    await record(tx, {
      at,
      actor: actor.ref,
      surface: actor.surface,
      action: 'offer.import',
      subjectKind: 'offer',
      subjectId: offer.id,
      change: { name: offer.name, version: 1, source: sourceId },
    });
    return { outcome: 'created', offerId: offer.id, offerName: offer.name };
  }
  const named = { offerId: known.id, offerName: known.name };
  if (known.sourceContent === said) return { outcome: 'unchanged', ...named };
  const { offer, draft } = (await lockDrafts(tx, [known.id])).get(known.id) ?? {};
  if (!offer || !draft) {
    return {
      outcome: 'rejected',
      reason: 'The offer is published, and what is published is not altered by an import.',
      ...named,
    };
  }
  const base: ContentInput = JSON.parse(known.sourceContent ?? '{"information":{"title":""}}');
  await editDraft(
    ctx,
    tx,
    actor,
    { offer, draft },
    {
      owner: offer.owner,
      content: mergeSource(draft.content, base, row.content),
      sourceContent: said,
      at,
      people: new Map(),
      action: 'offer.import',
    },
  );
  return { outcome: 'updated', ...named };
}
