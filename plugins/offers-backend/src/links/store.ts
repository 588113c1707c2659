import type { Knex } from 'knex';
import { Connection } from '../database/Database';

interface SweepRow {
  id: number;
  after_ref: string;
  round: number;
  checked_at: string | null;
}

/** How far the sweep came; `round` counts its steps, and tells whether somebody else made one meanwhile. */
export interface SweepPosition {
  after: string;
  round: number;
}

/** Where the sweep stands. */
export async function selectPosition(knex: Connection): Promise<SweepPosition> {
  const row = await knex<SweepRow>('link_sweep').where({ id: 1 }).first();
  return { after: row?.after_ref ?? '', round: row?.round ?? 0 };
}

/** Takes the sweep on by one step; says whether nobody else did so since the position was read. */
export async function advance(
  tx: Knex.Transaction,
  from: SweepPosition,
  to: { after: string; at: string },
): Promise<boolean> {
  const moved = await tx<SweepRow>('link_sweep')
    .where({ id: 1, round: from.round })
    .update({ after_ref: to.after, round: from.round + 1, checked_at: to.at });
  return moved === 1;
}

/** The next entities that a version links to which is served, or will be. */
export async function selectRefsAfter(
  knex: Connection,
  { after, at, limit }: { after: string; at: string; limit: number },
): Promise<string[]> {
  return refsQuery(knex, { after, at, limit }).pluck('l.entity_ref');
}

/** The statement of the next entities. */
export function refsQuery(
  knex: Connection,
  { after, at, limit }: { after: string; at: string; limit: number },
): Knex.QueryBuilder {
  return knex('offer_links as l')
    .where('l.entity_ref', '>', after)
    .whereExists(
      knex('segments as s')
        .select(knex.raw('1'))
        .whereRaw('s.offer_id = l.offer_id and s.number = l.number')
        .where(open => open.whereNull('s.ends_at').orWhere('s.ends_at', '>', at)),
    )
    .distinct('l.entity_ref')
    .orderBy('l.entity_ref')
    .limit(limit);
}

/** Notes which of the entities are gone, and which are back. */
export async function markLinks(
  tx: Knex.Transaction,
  { gone, there, at }: { gone: readonly string[]; there: readonly string[]; at: string },
): Promise<void> {
  await tx('offer_links')
    .whereIn('entity_ref', [...gone])
    .whereNull('dangling_since')
    .update({ dangling_since: at });
  await tx('offer_links')
    .whereIn('entity_ref', [...there])
    .whereNotNull('dangling_since')
    .update({ dangling_since: null });
}

/** The links of a version whose entity is gone; of any version without a number. */
export async function selectDangling(
  knex: Connection,
  offerId: string,
  number?: number,
): Promise<string[]> {
  const query = knex('offer_links')
    .where({ offer_id: offerId })
    .whereNotNull('dangling_since')
    .distinct('entity_ref')
    .orderBy('entity_ref');
  if (number !== undefined) query.where({ number });
  return query.pluck('entity_ref');
}
