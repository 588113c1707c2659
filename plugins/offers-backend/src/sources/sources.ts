import { ImportReport, Source } from '@offerdesk/backstage-plugin-offers-common';
import { once } from '../api/idempotency';
import { record } from '../audit/audit';
import { Actor, Context, nowOf } from '../context';
import { found } from '../refusal';
import { importAll } from './importAll';
import { readSource, requireImporter } from './read';
import { insertImport, selectLatestImport } from './store';

/** The sources with what their latest import did. */
export async function listSources(ctx: Context, actor: Actor): Promise<{ items: Source[] }> {
  await requireImporter(ctx, actor);
  const items = await Promise.all(
    [...ctx.sources.values()].map(async ({ id, title, kind }) => {
      const latest = await selectLatestImport(ctx.db.knex, id);
      if (!latest) return { id, title, kind };
      const { rows: _rows, ...lastImport } = latest;
      return { id, title, kind, lastImport };
    }),
  );
  return { items };
}

/** What the latest import of a source did, row by row. */
export async function latestImport(
  ctx: Context,
  actor: Actor,
  sourceId: string,
): Promise<ImportReport> {
  await requireImporter(ctx, actor);
  found(ctx.sources.get(sourceId));
  return found(await selectLatestImport(ctx.db.knex, sourceId));
}

/**
 * Imports every row of a source as a draft, some hundred in a transaction. One bad row costs nothing but
 * itself; running it again changes nothing, also after a kill in the middle (rule 6).
 * @throws Refusal `source-failed` when the source does not answer with a catalogue
 */
export async function importSource(
  ctx: Context,
  actor: Actor,
  sourceId: string,
  key: string,
): Promise<ImportReport> {
  await requireImporter(ctx, actor);
  const source = found(ctx.sources.get(sourceId));
  const rows = await readSource(ctx, source);
  const outcomes = await importAll(ctx, actor, sourceId, rows);
  const at = nowOf(ctx);
  const request = { caller: actor.ref, key, operation: `importSource:${sourceId}`, input: null };
  return ctx.db.transaction(tx =>
    once(tx, request, at, async () => {
      const count = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length;
      const totals = {
        created: count('created'),
        updated: count('updated'),
        unchanged: count('unchanged'),
        rejected: count('rejected'),
      };
      const report = { id: ctx.newId(), sourceId, at, by: actor.ref, ...totals, rows: outcomes };
      await insertImport(tx, report);
      await record(tx, {
        at,
        actor: actor.ref,
        surface: actor.surface,
        action: 'source.import',
        subjectKind: 'source',
        subjectId: sourceId,
        change: totals,
      });
      return report;
    }),
  );
}
