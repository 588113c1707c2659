import { StructureChange, structureChangeSchema } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';

/** The changes of a plan that was asked for. */
export interface ChangesAsked {
  planId: string;
  title: string;
  releaseAt: string;
  changes: StructureChange[];
}

/** States of a plan that was asked for and is not released. */
const ASKED = ['submitted', 'approved', 'implementing', 'ready'];

/** The changes of plans that were asked for before another one, and are not released yet. */
export async function selectChangesAskedBefore(
  connection: Connection,
  { id, submittedAt }: { id: string; submittedAt: string | undefined },
): Promise<ChangesAsked[]> {
  const query = connection('plans as p')
    .join('plan_changes as c', 'c.plan_id', 'p.id')
    .whereIn('p.state', ASKED)
    .whereNot('p.id', id)
    .orderBy(['p.submitted_at', 'p.id', 'c.position']);
  if (submittedAt !== undefined) {
    query.whereRaw('(p.submitted_at, p.id) < (?, ?)', [submittedAt, id]);
  }
  const rows: {
    id: string;
    title: string;
    release_at: string;
    kind: string;
    target: string;
    body: string;
  }[] = await query.select('p.id', 'p.title', 'p.release_at', 'c.kind', 'c.target', 'c.body');
  const plans = new Map<string, ChangesAsked>();
  for (const row of rows) {
    const plan = plans.get(row.id) ?? {
      planId: row.id,
      title: row.title,
      releaseAt: row.release_at,
      changes: [],
    };
    const { kind, target, body } = row;
    plan.changes.push(structureChangeSchema.parse({ kind, target, body: JSON.parse(body) }));
    plans.set(row.id, plan);
  }
  return [...plans.values()];
}
