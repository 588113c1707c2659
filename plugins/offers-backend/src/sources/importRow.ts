import { ImportRow } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record, Told } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { isUniqueViolation } from '../database/failures';
import { editDraft } from '../offers/drafts';
import { newDraft } from '../offers/newDrafts';
import { lockDrafts, offerFromSource, StoredOffer } from '../offers/reading';
import { publicStates } from '../timeline/states';
import { reported, SoundRow } from './judge';
import { mergeSource, saidBefore } from './merge';

/** Imports one row in a transaction of its own, and says what became of it. */
export async function importRow(
  ctx: Context,
  actor: Actor,
  sourceId: string,
  row: SoundRow,
): Promise<ImportRow> {
  try {
    const outcome = await ctx.db.transaction(tx => store(ctx, tx, actor, sourceId, row));
    return reported(row, outcome);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return {
      key: row.key,
      title: row.title,
      outcome: 'rejected',
      reason: `Another offer is called ${row.row.name}; rename one of them.`,
    };
  }
}

/** What the log says of an offer that an import made. */
export function importEntry(actor: Actor, at: string, source: string, offer: StoredOffer): Told {
  return {
    at,
    actor: actor.ref,
    surface: actor.surface,
    action: 'offer.import',
    subjectKind: 'offer',
    subjectId: offer.id,
    change: { name: offer.name, version: 1, source },
  };
}

async function store(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  sourceId: string,
  { key, row, content, said, ahead }: SoundRow,
): Promise<Omit<ImportRow, 'key' | 'title'>> {
  const at = nowOf(ctx);
  const known = await offerFromSource(tx, sourceId, key);
  if (!known) {
    const { offer } = await newDraft(ctx, tx, {
      name: row.name,
      interaction: row.interaction,
      content,
      source: { id: sourceId, key, content: said },
      author: actor.ref,
      at,
      ahead,
    });
    await record(tx, importEntry(actor, at, sourceId, offer));
    return { outcome: 'created', offerId: offer.id, offerName: offer.name };
  }
  const named = { offerId: known.id, offerName: known.name };
  if (known.sourceContent === said) return { outcome: 'unchanged', ...named };
  const { offer, draft } = (await lockDrafts(tx, [known.id])).get(known.id) ?? {};
  if (!offer || !draft) {
    return { outcome: 'rejected', reason: await withoutDraft(tx, known.id, at), ...named };
  }
  const merged = mergeSource(draft.content, saidBefore(known), row.content);
  if (!merged.ok) {
    const reason = `What was written here and what the source says do not go together. ${merged.reason}`;
    return { outcome: 'rejected', reason, ...named };
  }
  await editDraft(
    ctx,
    tx,
    actor,
    { offer, draft },
    {
      owner: offer.owner,
      content: merged.content,
      sourceContent: said,
      at,
      people: () => new Map(),
      action: 'offer.import',
    },
  );
  return { outcome: 'updated', ...named };
}

/** Why an import leaves an offer alone that has no draft; the drift of its source says the same of it. */
async function withoutDraft(tx: Knex.Transaction, offerId: string, at: string): Promise<string> {
  const { state } = (await publicStates(tx, [offerId], at)).get(offerId) ?? {};
  return state === 'ended'
    ? 'The offer has ended here, and an import does not bring it back.'
    : 'The offer is published, and an import changes drafts only: start its next version, then import again.';
}
