import { PlanState, planStateSchema, Scenario } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { endedWaits } from './leadTimeStore';
import { ofCatalogue, plansWithin, ReportScope } from './scope';

const DAY = 86_400_000;

/** Where one band of days ends and the next begins. */
const EDGES = [1, 3, 7] as const;

/** How many waits lie in each band: under a day, under three, under seven, and the rest. */
export type Bands = [number, number, number, number];

interface BandRow {
  under1: number | string | null;
  under3: number | string | null;
  under7: number | string | null;
  whole: number | string | null;
}

/** Sums of `1` where each condition holds: what counts by conditions on both databases. */
const counted = (knex: Connection, conditions: Readonly<Record<string, [string, string[]]>>) =>
  Object.entries(conditions).map(([name, [condition, bindings]]) =>
    knex.raw(`sum(case when ${condition} then 1 else 0 end) as ??`, [...bindings, name]),
  );

/** What lies under each edge, made into what lies between them. */
function between(row: BandRow | undefined): Bands {
  const [one, three, seven, all] = [row?.under1, row?.under3, row?.under7, row?.whole].map(Number);
  const of = (value: number | undefined) => value || 0;
  return [of(one), of(three) - of(one), of(seven) - of(three), of(all) - of(seven)];
}

/** Waits for a decision that ended in the time, by how long they were. */
export async function selectDecidedBands(knex: Connection, scope: ReportScope): Promise<Bands> {
  const under = (days: number): [string, string[]] => [`stay.seconds < ${days * 86_400}`, []];
  const [a, b, c] = EDGES;
  const row: BandRow | undefined = await endedWaits(knex, scope)
    .select(counted(knex, { under1: under(a), under3: under(b), under7: under(c) }))
    .select(knex.raw('count(*) as whole'))
    .first();
  return between(row);
}

/** Plans that wait for a decision now, by how long they have. */
export async function selectWaitingBands(
  knex: Connection,
  scope: ReportScope,
  now: string,
): Promise<Bands> {
  const since = (days: number): [string, string[]] => [
    'stay.entered_at > ?',
    [new Date(Date.parse(now) - days * DAY).toISOString()],
  ];
  const [a, b, c] = EDGES;
  const waiting = knex('plans')
    .join('plan_stays as stay', joined => {
      joined.on('stay.plan_id', 'plans.id').andOnNull('stay.left_at');
    })
    .where('plans.state', 'submitted');
  ofCatalogue(knex, waiting, scope);
  const row: BandRow | undefined = await waiting
    .select(counted(knex, { under1: since(a), under3: since(b), under7: since(c) }))
    .select(knex.raw('count(*) as whole'))
    .first();
  return between(row);
}

/** Plans that were released in the time: by their date, and after it. */
export async function selectDatesKept(
  knex: Connection,
  scope: ReportScope,
): Promise<{ onTime: number; late: number }> {
  const row = await plansWithin(knex, scope, 'released_at')
    .select(
      counted(knex, {
        onTime: ['plans.released_at <= plans.release_at', []],
        late: ['plans.released_at > plans.release_at', []],
      }),
    )
    .first();
  return { onTime: Number(row?.onTime ?? 0), late: Number(row?.late ?? 0) };
}

/** Plans under way with a date in the time: one that is to come, and one that has passed. */
export async function selectDatesAhead(
  knex: Connection,
  scope: ReportScope,
  now: string,
): Promise<{ ahead: number; overdue: number }> {
  const underWay = knex('plans')
    .where('plans.release_at', '>=', scope.from)
    .where('plans.release_at', '<', scope.until)
    .whereNotIn('plans.state', ['released', 'rejected', 'cancelled']);
  ofCatalogue(knex, underWay, scope);
  const row = await underWay
    .select(
      counted(knex, {
        ahead: ['plans.release_at >= ?', [now]],
        overdue: ['plans.release_at < ?', [now]],
      }),
    )
    .first();
  return { ahead: Number(row?.ahead ?? 0), overdue: Number(row?.overdue ?? 0) };
}

/** How many plans of each scenario were begun, or released, in the time. */
export async function selectScenarios(
  knex: Connection,
  scope: ReportScope,
  column: 'created_at' | 'released_at',
): Promise<ReadonlyMap<Scenario, number>> {
  return countBy<Scenario>(knex, scope, { column, by: 'scenario' });
}

/** Where the plans that were begun in the time stand. */
export async function selectStates(
  knex: Connection,
  scope: ReportScope,
): Promise<{ state: PlanState; plans: number }[]> {
  const counts = await countBy<PlanState>(knex, scope, { column: 'created_at', by: 'state' });
  return planStateSchema.options.map(state => ({ state, plans: counts.get(state) ?? 0 }));
}

async function countBy<Key extends string>(
  knex: Connection,
  scope: ReportScope,
  { column, by }: { column: 'created_at' | 'released_at'; by: string },
): Promise<ReadonlyMap<Key, number>> {
  const rows: { key: Key; plans: number | string }[] = await plansWithin(knex, scope, column)
    .groupBy(`plans.${by}`)
    .select(`plans.${by} as key`, knex.raw('count(*) as plans'));
  return new Map(rows.map(({ key, plans: n }) => [key, Number(n)]));
}
