import { Button, ButtonIcon, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { useMedia } from '../parts/useMedia';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { readersZone, readInstant } from '../words/dates';
import styles from './Calendar.module.css';
import { DateList } from './DateList';
import { MonthGrid } from './MonthGrid';
import { Timeline } from './Timeline';
import { addMonths, dayInZone, isMonth, monthWords, timeOf, type Month } from './months';

const VIEWS = ['month', 'timeline', 'list'] as const;

type View = (typeof VIEWS)[number];

const viewOf = (named: unknown): View | undefined => VIEWS.find(view => view === named);

/** Month and view, kept in the address. */
function useAddress(today: string) {
  const [params, setParams] = useSearchParams();
  const asked = params.get('month');
  const month = isMonth(asked) ? asked : today.slice(0, 7);
  // Seven columns of a narrow window hold no words: the list does.
  const standard: View = useMedia('(min-width: 720px)') ? 'month' : 'list';
  const view = viewOf(params.get('view')) ?? standard;
  const go = (next: { month?: Month; view?: View }) =>
    setParams({ month, view, ...next }, { replace: true });
  return { month, view, go };
}

const Freezes = ({ freezes }: { freezes: PlanCalendar['freezes'] }) =>
  freezes.length === 0 ? null : (
    <Text as="p" color="secondary" className={styles.freezes}>
      {'No releases: '}
      {freezes
        .map(({ title, from, until }) => `${title}, ${readInstant(from)} to ${readInstant(until)}`)
        .join('; ')}
    </Text>
  );

const Bar = ({ month, view, go, today }: ReturnType<typeof useAddress> & { today: string }) => (
  <div className={styles.bar}>
    <ButtonIcon
      aria-label="Month before"
      icon={<RiArrowLeftSLine />}
      variant="secondary"
      onPress={() => go({ month: addMonths(month, -1) })}
    />
    <Text as="h3" variant="body-large" weight="bold" className={styles.month} aria-live="polite">
      {monthWords(month)}
    </Text>
    <ButtonIcon
      aria-label="Month after"
      icon={<RiArrowRightSLine />}
      variant="secondary"
      onPress={() => go({ month: addMonths(month, 1) })}
    />
    <Button variant="tertiary" onPress={() => go({ month: today.slice(0, 7) })}>
      This month
    </Button>
    <ToggleButtonGroup
      aria-label="Look"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={keys => go({ view: viewOf([...keys][0]) ?? 'month' })}
    >
      <ToggleButton id="month">Month</ToggleButton>
      <ToggleButton id="timeline">Timeline</ToggleButton>
      <ToggleButton id="list">List</ToggleButton>
    </ToggleButtonGroup>
  </div>
);

const Calendar = () => {
  const zone = readersZone();
  const today = dayInZone(new Date().toISOString(), zone);
  const address = useAddress(today);
  const { month, view, go } = address;
  const { data, error, refetch } = useCall(
    'planCalendar',
    { query: timeOf(month, zone) },
    { keepPrevious: true },
  );
  return (
    <Page
      title="Release calendar"
      lede={`When plans are prepared and released and when offers end, with what gets in each other's way. Times are in ${zone.replace(/_/g, ' ')}.`}
    >
      <Bar {...address} today={today} />
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what="the calendar" rows={5} height={104} />}
      {data && <Freezes freezes={data.freezes} />}
      {data && view === 'month' && (
        <MonthGrid
          month={month}
          today={today}
          zone={zone}
          calendar={data}
          onMonth={next => go({ month: next })}
        />
      )}
      {data && view !== 'month' && data.events.length === 0 && (
        <Empty
          title="Nothing happens this month"
          description="Plans with a date in it appear here by themselves."
        />
      )}
      {data && view === 'timeline' && data.events.length > 0 && (
        <Timeline month={month} today={today} zone={zone} calendar={data} />
      )}
      {data && view === 'list' && data.events.length > 0 && (
        <DateList calendar={data} zone={zone} />
      )}
    </Page>
  );
};

/** The dates of all plans: a month as a grid, plan by plan on a line of time, or as a list. */
export default function CalendarPage() {
  return (
    <StaffOnly title="Release calendar" allows={({ seesPlans }) => seesPlans}>
      <SectionNav of="plans" label="Plans" />
      <Calendar />
    </StaffOnly>
  );
}
