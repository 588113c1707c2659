import {
  announcementKindSchema,
  reportReadPermission,
  ReportQuery,
  ReportStage,
  reportStageSchema,
  scenarioSchema,
  ValueStreamReport,
  waitBandSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { Refusal } from '../refusal';
import { selectDecidedWaits, selectLeadTimes, Spread } from './leadTimeStore';
import { releasedMargins } from './margins';
import {
  selectAnnounced,
  selectAnnouncements,
  selectDraftGaps,
  selectGaps,
} from './offerFigureStore';
import {
  selectDatesAhead,
  selectDatesKept,
  selectDecidedBands,
  selectScenarios,
  selectStates,
  selectWaitingBands,
} from './planFigureStore';
import { ReportScope } from './scope';

/** How many days a report looks at, at most: three years. */
const MOST_DAYS = 1_100;
const DAY = 86_400_000;

/**
 * Figures of the value stream within a time, for those who read every offer and plan by role.
 * @throws Refusal `not-allowed`; `invalid-input` when the time is none, or longer than three years
 */
export async function valueStreamReport(
  ctx: Context,
  actor: Actor,
  { from, until, catalogue }: ReportQuery,
): Promise<ValueStreamReport> {
  if (!actor.can.has('readAll')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, reportReadPermission);
  const days = (Date.parse(until) - Date.parse(from)) / DAY;
  if (days <= 0 || days > MOST_DAYS) {
    throw new Refusal('invalid-input', {
      fields: [
        { field: 'query.until', remedy: `Ask for more than nothing and up to ${MOST_DAYS} days` },
      ],
    });
  }
  const scope = { from, until, catalogue };
  const now = nowOf(ctx);
  const { knex } = ctx.db;
  const margins = await releasedMargins(ctx, actor, scope);
  return {
    ...(await leadTimes(knex, scope)),
    approvals: await approvals(knex, scope, now),
    activation: {
      ...(await selectDatesKept(knex, scope)),
      ...(await selectDatesAhead(knex, scope, now)),
    },
    scenarios: await scenarios(knex, scope),
    states: await selectStates(knex, scope),
    completeness: await completeness(knex, scope),
    announcements: await announced(knex, { ...scope, until: until < now ? until : now }),
    ...(margins ? { margins } : {}),
  };
}

async function leadTimes(
  knex: Connection,
  scope: ReportScope,
): Promise<Pick<ValueStreamReport, 'leadTimes' | 'months'>> {
  const inAll = await selectLeadTimes(knex, scope, 'time');
  const monthly = await selectLeadTimes(knex, scope, 'month');
  return {
    leadTimes: reportStageSchema.options.map(stage => ({
      stage,
      ...(inAll.get(stage) ?? { plans: 0 }),
    })),
    months: [...monthly].map(([part, spread]) => ({ ...monthAndStage(part), ...spread })),
  };
}

function monthAndStage(part: string): { month: string; stage: ReportStage } {
  const [month = '', stage] = part.split(' ');
  return { month, stage: reportStageSchema.parse(stage) };
}

async function approvals(
  knex: Connection,
  scope: ReportScope,
  now: string,
): Promise<ValueStreamReport['approvals']> {
  const spread: Spread | undefined = await selectDecidedWaits(knex, scope);
  const decided = await selectDecidedBands(knex, scope);
  const waiting = await selectWaitingBands(knex, scope, now);
  return {
    decided: spread ?? { plans: 0 },
    waits: waitBandSchema.options.map((band, index) => ({
      band,
      decided: decided[index] ?? 0,
      waiting: waiting[index] ?? 0,
    })),
  };
}

async function scenarios(
  knex: Connection,
  scope: ReportScope,
): Promise<ValueStreamReport['scenarios']> {
  const begun = await selectScenarios(knex, scope, 'created_at');
  const released = await selectScenarios(knex, scope, 'released_at');
  return scenarioSchema.options.map(scenario => ({
    scenario,
    begun: begun.get(scenario) ?? 0,
    released: released.get(scenario) ?? 0,
  }));
}

async function completeness(
  knex: Connection,
  scope: ReportScope,
): Promise<ValueStreamReport['completeness']> {
  const all = await selectGaps(knex, scope);
  const drafts = await selectDraftGaps(knex, scope);
  return (['none', 'few', 'many'] as const).map(missing => ({
    missing,
    drafts: drafts[missing],
    published: all[missing] - drafts[missing],
  }));
}

async function announced(
  knex: Connection,
  scope: ReportScope,
): Promise<ValueStreamReport['announcements']> {
  const due = await selectAnnouncements(knex, scope);
  const rows = await selectAnnounced(knex, scope);
  const named = ['sent', 'failed', 'withheld'];
  return announcementKindSchema.options.map(kind => {
    const own = rows.filter(row => row.kind === kind);
    const messages = (holds: (state: string) => boolean) =>
      own.reduce((sum, row) => (holds(row.state) ? sum + row.messages : sum), 0);
    return {
      kind,
      announcements: due.get(kind) ?? 0,
      sent: messages(state => state === 'sent'),
      failed: messages(state => state === 'failed'),
      withheld: messages(state => state === 'withheld'),
      waiting: messages(state => !named.includes(state)),
    };
  });
}
