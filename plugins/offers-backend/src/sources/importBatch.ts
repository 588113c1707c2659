import { ImportRow } from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { isUnavailable } from '../database/failures';
import { newDrafts } from '../offers/newDrafts';
import { offersFromSource } from '../offers/reading';
import { importRow, importEntry } from './importRow';
import { isSound, JudgedRow, reported, SoundRow } from './judge';

/** Rows that share a transaction: enough that its cost is spread, few enough that others do not wait for it long. */
export const ROWS_AT_ONCE = 400;

/**
 * Imports some rows of a source, each of which was judged by itself. Those that are new or unchanged are stored in one
 * transaction; a row that changes a draft, or cannot stand beside another offer, takes a transaction of its own,
 * and so does each row when the one for all fails: a bad row costs nothing but itself.
 */
export async function importBatch(
  ctx: Context,
  actor: Actor,
  sourceId: string,
  judged: readonly JudgedRow[],
): Promise<ImportRow[]> {
  const sound = judged.filter(isSound);
  const stored = await storedTogether(ctx, actor, sourceId, sound);
  const outcomes: ImportRow[] = [];
  for (const row of judged) {
    if (isSound(row)) {
      outcomes.push(stored.get(row) ?? (await importRow(ctx, actor, sourceId, row)));
    } else outcomes.push(row);
  }
  return outcomes;
}

type Outcomes = Map<SoundRow, ImportRow>;

async function storedTogether(
  ctx: Context,
  actor: Actor,
  sourceId: string,
  rows: readonly SoundRow[],
): Promise<Outcomes> {
  if (rows.length === 0) return new Map();
  try {
    return await ctx.db.transaction(tx => storeNew(ctx, tx, actor, sourceId, rows));
  } catch (error) {
    if (isUnavailable(error)) throw error;
    // Nothing was stored. Somebody took a name meanwhile, or a row is not what the database takes: one by one.
    return new Map();
  }
}

async function storeNew(
  ctx: Context,
  tx: Knex.Transaction,
  actor: Actor,
  sourceId: string,
  rows: readonly SoundRow[],
): Promise<Outcomes> {
  const at = nowOf(ctx);
  const names = rows.map(({ key, row }) => ({ key, name: row.name }));
  const { known, taken } = await offersFromSource(tx, sourceId, names);
  const outcomes: Outcomes = new Map();
  const fresh: SoundRow[] = [];
  const met = new Set<string>();
  for (const row of rows) {
    const offer = known.get(row.key);
    if (offer) {
      if (offer.sourceContent !== row.said) continue;
      const named = { offerId: offer.id, offerName: offer.name };
      outcomes.set(row, reported(row, { outcome: 'unchanged', ...named }));
    } else if (!taken.has(row.row.name) && !met.has(row.key)) {
      taken.add(row.row.name);
      met.add(row.key);
      fresh.push(row);
    }
  }
  const offers = await newDrafts(
    ctx,
    tx,
    fresh.map(({ key, row, content, said, ahead }) => ({
      name: row.name,
      interaction: row.interaction,
      content,
      source: { id: sourceId, key, content: said },
      author: actor.ref,
      at,
      ahead,
    })),
  );
  if (offers.length > 0) {
    await record(tx, ...offers.map(offer => importEntry(actor, at, sourceId, offer)));
  }
  fresh.forEach((row, index) => {
    const offer = offers[index];
    if (!offer) return;
    const named = { offerId: offer.id, offerName: offer.name };
    outcomes.set(row, reported(row, { outcome: 'created', ...named }));
  });
  return outcomes;
}
