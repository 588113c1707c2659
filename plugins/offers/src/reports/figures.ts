import type {
  ManagedOfferSummary,
  PlanSummary,
  Scenario,
} from '@offerdesk/backstage-plugin-offers-common';
import { scenarios } from '../plans/words';
import { planStates } from '../words/states';

/** A figure of a report, with what it counts. */
export interface Figure {
  label: string;
  count: number;
}

/** A report: figures that are drawn, read in a table, and saved as CSV. */
export interface Report {
  id: string;
  title: string;
  note: string;
  /** what is counted, such as `Plans` */
  unit: string;
  figures: Figure[];
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Figure[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count }));
}

const inOrder = (figures: readonly Figure[], labels: readonly string[]): Figure[] =>
  labels.map(label => figures.find(each => each.label === label) ?? { label, count: 0 });

/** Plans by what they do. */
export function plansByScenario(plans: readonly PlanSummary[]): Report {
  const counted = countBy(plans, ({ scenario }) => scenarios[scenario]);
  return {
    id: 'plans-by-scenario',
    title: 'Plans by scenario',
    note: 'What release plans do.',
    unit: 'Plans',
    figures: inOrder(
      counted,
      (Object.keys(scenarios) as Scenario[]).map(scenario => scenarios[scenario]),
    ),
  };
}

/** Plans by where they stand. */
export function plansByState(plans: readonly PlanSummary[]): Report {
  const counted = countBy(plans, ({ state }) => planStates[state].label);
  return {
    id: 'plans-by-state',
    title: 'Plans by state',
    note: 'Where release plans stand.',
    unit: 'Plans',
    figures: inOrder(
      counted,
      Object.values(planStates).map(({ label }) => label),
    ),
  };
}

const BANDS: readonly { label: string; holds: (days: number) => boolean }[] = [
  { label: 'Less than a day', holds: days => days < 1 },
  { label: '1 to 3 days', holds: days => days >= 1 && days < 3 },
  { label: '3 to 7 days', holds: days => days >= 3 && days < 7 },
  { label: '7 days or more', holds: days => days >= 7 },
];

/** How long plans that wait for approval have not moved. */
export function approvalWait(plans: readonly PlanSummary[], now: Date): Report {
  const days = plans
    .filter(({ state }) => state === 'submitted')
    .map(({ updatedAt }) => (now.getTime() - Date.parse(updatedAt)) / 86_400_000);
  return {
    id: 'approval-wait',
    title: 'Waiting for approval',
    note: 'How long ago plans that wait for approval last moved.',
    unit: 'Plans',
    figures: BANDS.map(({ label, holds }) => ({ label, count: days.filter(holds).length })),
  };
}

/** Plans under way whose date has passed, beside those that are still in time. */
export function onTime(plans: readonly PlanSummary[], now: Date): Report {
  const underWay = plans.filter(({ state, stage }) => state !== 'released' && stage !== 'ended');
  const late = underWay.filter(({ releaseAt }) => Date.parse(releaseAt) < now.getTime());
  return {
    id: 'on-time',
    title: 'Plans under way against their date',
    note: 'A plan is late when its date has passed and it is not released.',
    unit: 'Plans',
    figures: [
      { label: 'In time', count: underWay.length - late.length },
      { label: 'Late', count: late.length },
    ],
  };
}

/** Offers by what their draft or their live version misses. */
export function completeness(offers: readonly ManagedOfferSummary[]): Report {
  const drafts = offers.filter(({ state }) => state === 'draft');
  const live = offers.filter(({ health }) => health !== undefined);
  const whole = live.filter(({ health = 0 }) => health === 100);
  return {
    id: 'completeness',
    title: 'Completeness of offers',
    note: 'Drafts by what they miss, and live offers by whether they still meet every criterion.',
    unit: 'Offers',
    figures: [
      { label: 'Drafts, complete', count: drafts.filter(({ missing }) => missing === 0).length },
      {
        label: 'Drafts, 1 to 3 missing',
        count: drafts.filter(({ missing }) => missing > 0 && missing <= 3).length,
      },
      { label: 'Drafts, more missing', count: drafts.filter(({ missing }) => missing > 3).length },
      { label: 'Live, whole', count: whole.length },
      { label: 'Live, with gaps', count: live.length - whole.length },
    ],
  };
}
