import type { ValueStreamReport } from '@offerdesk/backstage-plugin-offers-common';
import { decimalIn } from '../words/figures';
import type { T } from '../words/useWords';
import type { Report, Series } from './report';

const counts = (...named: [key: string, label: string][]): Series[] =>
  named.map(([key, label]) => ({ key, label, unit: 'count' }));

type Spread = ValueStreamReport['leadTimes'][number];

const spreadOf = ({ plans, medianSeconds, ninthTenthSeconds }: Omit<Spread, 'stage'>) => ({
  plans,
  median: medianSeconds,
  ninth: ninthTenthSeconds,
});

function leadTime(t: T, { leadTimes }: ValueStreamReport): Report {
  return {
    id: 'lead-time',
    title: t('reports.lead.title'),
    note: t('reports.lead.note'),
    of: t('reports.stage'),
    series: [
      { key: 'median', label: t('reports.median'), unit: 'seconds' },
      { key: 'ninth', label: t('reports.ninth'), unit: 'seconds' },
      { key: 'plans', label: t('reports.plans'), unit: 'count', inTableOnly: true },
    ],
    rows: leadTimes.map(each => ({
      key: each.stage,
      label: t(`reports.stage.${each.stage}`),
      values: spreadOf(each),
    })),
  };
}

function leadTimeByMonth(t: T, { months }: ValueStreamReport): Report {
  const stages = ['define', 'implement', 'publish', 'whole'] as const;
  return {
    id: 'lead-time-by-month',
    title: t('reports.months.title'),
    note: t('reports.months.note'),
    of: t('reports.month'),
    series: stages.map(key => ({ key, label: t(`reports.stage.${key}`), unit: 'seconds' })),
    rows: [...new Set(months.map(({ month }) => month))].map(month => ({
      key: month,
      label: month,
      values: Object.fromEntries(
        months
          .filter(each => each.month === month)
          .map(({ stage, medianSeconds }) => [stage, medianSeconds]),
      ),
    })),
  };
}

function approvalWait(t: T, { approvals }: ValueStreamReport, spoken: SecondsIn): Report {
  const { medianSeconds, ninthTenthSeconds } = approvals.decided;
  const middle =
    medianSeconds === undefined || ninthTenthSeconds === undefined
      ? ''
      : ` ${t('reports.wait.middle', { median: spoken(medianSeconds), ninth: spoken(ninthTenthSeconds) })}`;
  return {
    id: 'approval-wait',
    title: t('reports.wait.title'),
    note: `${t('reports.wait.note')}${middle}`,
    of: t('reports.waited'),
    series: counts(['decided', t('reports.decided')], ['waiting', t('reports.waiting')]),
    rows: approvals.waits.map(({ band, ...values }) => ({
      key: band,
      label: t(`reports.${band}`),
      values,
    })),
  };
}

function onTime(t: T, { activation }: ValueStreamReport): Report {
  const rows = [
    ['kept', activation.onTime],
    ['late', activation.late],
    ['ahead', activation.ahead],
    ['overdue', activation.overdue],
  ] as const;
  return {
    id: 'on-time',
    title: t('reports.onTime.title'),
    note: t('reports.onTime.note'),
    of: t('reports.date'),
    series: counts(['plans', t('reports.plans')]),
    rows: rows.map(([key, plans]) => ({ key, label: t(`reports.${key}`), values: { plans } })),
  };
}

function byScenario(t: T, { scenarios }: ValueStreamReport): Report {
  return {
    id: 'plans-by-scenario',
    title: t('reports.scenario.title'),
    note: t('reports.scenario.note'),
    of: t('reports.scenario'),
    series: counts(['begun', t('reports.begun')], ['released', t('reports.released')]),
    rows: scenarios.map(({ scenario, ...values }) => ({
      key: scenario,
      label: t(`scenario.${scenario}`),
      values,
    })),
  };
}

function byState(t: T, { states }: ValueStreamReport): Report {
  return {
    id: 'plans-by-state',
    title: t('reports.state.title'),
    note: t('reports.state.note'),
    of: t('reports.state'),
    series: counts(['plans', t('reports.plans')]),
    rows: states.map(({ state, plans }) => ({
      key: state,
      label: t(`planState.${state}`),
      values: { plans },
    })),
  };
}

function completeness(t: T, { completeness: gaps }: ValueStreamReport): Report {
  return {
    id: 'completeness',
    title: t('reports.gaps.title'),
    note: t('reports.gaps.note'),
    of: t('reports.missing'),
    stacked: true,
    series: counts(['drafts', t('reports.drafts')], ['published', t('reports.published')]),
    rows: gaps.map(({ missing, ...values }) => ({
      key: missing,
      label: t(`reports.missing.${missing}`),
      values,
    })),
  };
}

function announced(t: T, { announcements }: ValueStreamReport): Report {
  return {
    id: 'announcements',
    title: t('reports.announced.title'),
    note: t('reports.announced.note'),
    of: t('reports.kind'),
    stacked: true,
    series: [
      ...counts(
        ['sent', t('deliveryState.sent')],
        ['waiting', t('deliveryState.pending')],
        ['failed', t('deliveryState.failed')],
        ['withheld', t('deliveryState.withheld')],
      ),
      {
        key: 'announcements',
        label: t('reports.announcements'),
        unit: 'count',
        inTableOnly: true,
      },
    ],
    rows: announcements.map(({ kind, ...values }) => ({
      key: kind,
      label: t(`reports.kind.${kind}`),
      values,
    })),
  };
}

const percent = (value: string | undefined) => (value === undefined ? undefined : Number(value));

/** How many price lists are drawn; the table holds all. */
const DRAWN_MARGINS = 12;

function margins(t: T, { items, isCut }: NonNullable<ValueStreamReport['margins']>): Report {
  const plans = new Set(items.map(({ planId }) => planId)).size;
  return {
    id: 'margins',
    title: t('reports.margin.title'),
    note: isCut
      ? `${t('reports.margin.note')} ${t('reports.cut', { plans: String(plans) })}`
      : t('reports.margin.note'),
    of: t('reports.offer'),
    drawn: DRAWN_MARGINS,
    columns: [{ key: 'price', label: t('reports.price') }],
    series: [
      { key: 'before', label: t('reports.marginBefore'), unit: 'percent' },
      { key: 'after', label: t('reports.marginAfter'), unit: 'percent' },
      { key: 'floor', label: t('reports.floor'), unit: 'percent', inTableOnly: true },
    ],
    rows: items.map(({ planId, offerId, title, before, after }, index) => {
      const now = `${decimalIn(t, after.price)} ${after.currency}`;
      const was = before && before.price !== after.price ? `${decimalIn(t, before.price)} → ` : '';
      return {
        key: `${planId} ${offerId} ${index}`,
        label: title,
        more: { price: `${was}${now}` },
        values: {
          before: percent(before?.marginPercent),
          after: percent(after.marginPercent),
          floor: percent(after.floorPercent),
        },
      };
    }),
  };
}

/** Says a length of time in words. */
export type SecondsIn = (seconds: number) => string;

/** Says a length of time in its largest fitting unit: days to one digit, else hours or minutes. */
export function secondsIn(t: T): SecondsIn {
  const tenths = (seconds: number, unit: number) => {
    const count = Math.round((seconds * 10) / unit) / 10;
    return { count, number: decimalIn(t, String(count)) };
  };
  return seconds => {
    if (seconds >= 86_400) return t('reports.days', tenths(seconds, 86_400));
    if (seconds >= 3_600) return t('reports.hours', tenths(seconds, 3_600));
    return t('reports.minutes', { count: Math.round(seconds / 60) });
  };
}

/** Every report that the figures make; margins where the person may read them. */
export function reportsOf(t: T, figures: ValueStreamReport): Report[] {
  return [
    leadTime(t, figures),
    leadTimeByMonth(t, figures),
    approvalWait(t, figures, secondsIn(t)),
    onTime(t, figures),
    byScenario(t, figures),
    byState(t, figures),
    completeness(t, figures),
    announced(t, figures),
    ...(figures.margins ? [margins(t, figures.margins)] : []),
  ];
}
