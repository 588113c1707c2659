import { Link, Text } from '@backstage/ui';
import type { PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { Sheet } from '../parts/Sheet';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { useLinks } from '../shell/useLinks';
import { useT, useWords } from '../words/useWords';
import { calendarRows, type CalendarRow } from './calendarDays';

const Clashes = ({ row, calendar }: { row: CalendarRow; calendar: PlanCalendar }) => {
  const t = useT();
  const links = useLinks();
  if (row.clashes.length === 0) return <>–</>;
  return (
    <>
      {row.clashes.map(({ kind, planIds, about, from }) => (
        <Text as="p" key={`${kind} ${planIds.join(' ')} ${from}`}>
          {t(`clash.${kind}`)}
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
  const { t, planState, scenario } = useWords();
  const links = useLinks();
  const planOf = (row: CalendarRow) => calendar.plans.find(({ id }) => id === row.event.planId);
  return (
    <Sheet>
      <DataTable
        caption={t('calendar.dates')}
        rows={calendarRows(calendar, zone)}
        keyOf={({ key }) => key}
        columns={[
          { label: t('calendar.when'), cell: ({ event }) => <When at={event.at} /> },
          { label: t('calendar.what'), cell: ({ event }) => t(`calendar.${event.kind}`) },
          {
            label: t('calendar.plan'),
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
            label: t('calendar.scenario'),
            cell: row => {
              const plan = planOf(row);
              return plan ? scenario(plan.scenario) : '–';
            },
          },
          {
            label: t('calendar.state'),
            cell: row => {
              const plan = planOf(row);
              return plan ? <StateBadge {...planState(plan.state)} /> : '–';
            },
          },
          { label: t('calendar.clashes'), cell: row => <Clashes row={row} calendar={calendar} /> },
        ]}
      />
    </Sheet>
  );
};
