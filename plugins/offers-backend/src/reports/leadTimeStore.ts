import type { Knex } from 'knex';
import { Connection } from '../database/Database';
import { ofCatalogue, plansWithin, ReportScope } from './scope';

/** How long some plans took: the middle one, and the one that nine of ten did not exceed. */
export interface Spread {
  plans: number;
  medianSeconds: number;
  ninthTenthSeconds: number;
}

interface SpreadRow {
  part: string;
  total: number | string;
  median: number | string;
  ninth: number | string;
}

/**
 * The spread of the seconds of each part, by nearest rank, so that both are times that a plan took.
 * @param each - rows of a `part` and its `seconds`
 */
async function spreadOf(
  knex: Connection,
  each: Knex.QueryBuilder,
): Promise<ReadonlyMap<string, Spread>> {
  const ranked = knex
    .from(each.as('each_plan'))
    .select(
      'part',
      'seconds',
      knex.raw('row_number() over (partition by part order by seconds) as n'),
      knex.raw('count(*) over (partition by part) as total'),
    );
  const rows: SpreadRow[] = await knex
    .from(ranked.as('ranked'))
    .groupBy('part')
    .orderBy('part')
    .select(
      'part',
      knex.raw('max(total) as total'),
      knex.raw('max(case when n = (total + 1) / 2 then seconds end) as median'),
      knex.raw('max(case when n = (total * 9 + 9) / 10 then seconds end) as ninth'),
    );
  return new Map(
    rows.map(({ part, total, median, ninth }) => [
      part,
      {
        plans: Number(total),
        medianSeconds: Number(median),
        ninthTenthSeconds: Number(ninth),
      },
    ]),
  );
}

/** The stays of the plans that were released in the time, by an index range of their releases. */
export function releasedStays(knex: Connection, scope: ReportScope): Knex.QueryBuilder {
  return plansWithin(knex, scope, 'released_at')
    .join('plan_stays as stay', 'stay.plan_id', 'plans.id')
    .whereNotNull('stay.seconds');
}

/**
 * How long plans that were released in the time were in each stage, and in all, the whole time and by month of the
 * release; a plan counts for the stages that it stayed in.
 * @returns spreads by stage, such as `define` and `whole`, or by month and stage, such as `2026-12 define`
 */
export async function selectLeadTimes(
  knex: Connection,
  scope: ReportScope,
  by: 'time' | 'month',
): Promise<ReadonlyMap<string, Spread>> {
  const month = by === 'month' ? "substr(plans.released_at, 1, 7) || ' ' || " : '';
  const summed = (stage: string) =>
    releasedStays(knex, scope).select(
      knex.raw(`${month}${stage} as part`),
      knex.raw('sum(stay.seconds) as seconds'),
    );
  const staged = summed('stay.stage').groupBy('plans.id', 'plans.released_at', 'stay.stage');
  const whole = summed("'whole'").groupBy('plans.id', 'plans.released_at');
  return spreadOf(knex, knex.unionAll([staged, whole]));
}

/** How long waits for a decision were that ended in the time, by an index range of their ends. */
export async function selectDecidedWaits(
  knex: Connection,
  scope: ReportScope,
): Promise<Spread | undefined> {
  const waits = endedWaits(knex, scope).select(
    knex.raw("'submitted' as part"),
    'stay.seconds as seconds',
  );
  return (await spreadOf(knex, waits)).get('submitted');
}

/** The waits for a decision that ended in the time. */
export function endedWaits(knex: Connection, scope: ReportScope): Knex.QueryBuilder {
  const waits = knex('plan_stays as stay')
    .join('plans', 'plans.id', 'stay.plan_id')
    .where('stay.state', 'submitted')
    .where('stay.left_at', '>=', scope.from)
    .where('stay.left_at', '<', scope.until);
  ofCatalogue(knex, waits, scope);
  return waits;
}
