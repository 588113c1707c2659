import { ImportReport } from '@offerdesk/backstage-plugin-offers-common';
import { SourceRow } from '@offerdesk/backstage-plugin-offers-node';
import { Actor, Context } from '../context';
import { giveWay } from '../database/giveWay';
import { categoriesOfNew } from '../offers/newDrafts';
import { prepared } from '../offers/prepared';
import { keysFromSource } from '../offers/reading';
import { importBatch, ROWS_AT_ONCE } from './importBatch';
import { JudgedRow, judgeAll, SoundRow } from './judge';

/** Imports rows batch by batch; while one is stored, the next is made ready. */
export async function importAll(
  ctx: Context,
  actor: Actor,
  sourceId: string,
  rows: readonly SourceRow[],
): Promise<ImportReport['rows']> {
  const outcomes: ImportReport['rows'] = [];
  const batchAt = (start: number) =>
    readied(ctx, sourceId, rows.slice(start, start + ROWS_AT_ONCE));
  let judged = await (await batchAt(0))();
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await giveWay(ctx.db.knex);
    const next = await batchAt(start + ROWS_AT_ONCE);
    const [stored, ready] = await Promise.all([importBatch(ctx, actor, sourceId, judged), next()]);
    outcomes.push(...stored);
    judged = ready;
  }
  return outcomes;
}

/**
 * Asks what has to be known to make rows ready. Making them so asks nothing more, since a transaction of the batch before
 * has the one connection to SQLite meanwhile: rows are judged, and of those that are new all that is stored is made.
 */
async function readied(
  { db, clock }: Context,
  sourceId: string,
  rows: readonly SourceRow[],
): Promise<() => Promise<JudgedRow[]>> {
  if (rows.length === 0) return async () => [];
  const keys = rows.map(({ key }) => key);
  const known = await keysFromSource(db.knex, sourceId, keys);
  const categories = (await categoriesOfNew({ db, clock }, db.knex))();
  const ready = (row: SoundRow): SoundRow => {
    if (known.has(row.key)) return row;
    const draft = { name: row.row.name, content: row.content };
    return { ...row, ahead: prepared(db.knex, draft, categories) };
  };
  return () => judgeAll(rows, ready);
}
