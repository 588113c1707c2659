import { Link, Text } from '@backstage/ui';
import type { PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { Sheet } from '../parts/Sheet';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { clashKinds, scenarios } from '../plans/words';
import { useLinks } from '../shell/useLinks';
import { planStates } from '../words/states';
import { calendarRows, type CalendarRow } from './calendarDays';
import { eventKinds } from './words';

const Clashes = ({ row, calendar }: { row: CalendarRow; calendar: PlanCalendar }) => {
  const links = useLinks();
  if (row.clashes.length === 0) return <>–</>;
  return (
    <>
      {row.clashes.map(({ kind, planIds, about, from }) => (
        <Text as="p" key={`${kind} ${planIds.join(' ')} ${from}`}>
          {clashKinds[kind]}
          {kind === 'freeze' && `: ${about.join(', ')}`}
          {planIds
            .filter(id => id !== row.event.planId)
            .map(id => (
              <span key={id}>
                {': '}
                <Link href={links.plan(id)}>
                  {calendar.plans.find(plan => plan.id === id)?.title ?? id}
                </Link>
              </span>
            ))}
        </Text>
      ))}
    </>
  );
};

interface DateListProps {
  calendar: PlanCalendar;
  zone: string;
}

/** The dates of a month as a table, with what clashes, for whoever reads better than they look. */
export const DateList = ({ calendar, zone }: DateListProps) => {
  const links = useLinks();
  const planOf = (row: CalendarRow) => calendar.plans.find(({ id }) => id === row.event.planId);
  return (
    <Sheet>
      <DataTable
        caption="Dates"
        rows={calendarRows(calendar, zone)}
        keyOf={({ key }) => key}
        columns={[
          { label: 'When', cell: ({ event }) => <When at={event.at} /> },
          { label: 'What', cell: ({ event }) => eventKinds[event.kind] },
          {
            label: 'Plan',
            cell: row => (
              <>
                <Link href={links.plan(row.event.planId)}>{row.title}</Link>
                {row.offer && row.offer !== row.title && (
                  <Text as="p" variant="body-small" color="secondary">
                    {row.offer}
                  </Text>
                )}
              </>
            ),
          },
          {
            label: 'Scenario',
            cell: row => {
              const plan = planOf(row);
              return plan ? scenarios[plan.scenario] : '–';
            },
          },
          {
            label: 'State',
            cell: row => {
              const plan = planOf(row);
              return plan ? <StateBadge {...planStates[plan.state]} /> : '–';
            },
          },
          { label: 'Clashes', cell: row => <Clashes row={row} calendar={calendar} /> },
        ]}
      />
    </Sheet>
  );
};
