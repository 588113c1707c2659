import { ImportReport } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';

/** Keeps the report of an import. */
export async function insertImport(tx: Connection, report: ImportReport): Promise<void> {
  await tx('imports').insert({
    id: report.id,
    source_id: report.sourceId,
    at: report.at,
    actor: report.by,
    report: JSON.stringify(report),
  });
}

/** The latest report of a source. */
export async function selectLatestImport(
  knex: Connection,
  sourceId: string,
): Promise<ImportReport | undefined> {
  const row = await knex('imports')
    .where('source_id', sourceId)
    .orderBy('seq', 'desc')
    .first<{ report: string } | undefined>('report');
  return row && JSON.parse(row.report);
}
