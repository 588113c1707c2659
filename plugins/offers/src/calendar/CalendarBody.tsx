import { Text } from '@backstage/ui';
import type { PlanCalendar } from '@offerdesk/backstage-plugin-offers-common';
import type { ReactNode } from 'react';
import { instantIn } from '../words/dates';
import { useT } from '../words/useWords';
import styles from './Calendar.module.css';
import { DateList } from './DateList';
import { MonthGrid } from './MonthGrid';
import type { Day } from './months';
import { Timeline } from './Timeline';
import type { CalendarAddress } from './useCalendarAddress';

const Freezes = ({ freezes }: { freezes: PlanCalendar['freezes'] }) => {
  const t = useT();
  if (freezes.length === 0) return null;
  const named = freezes.map(({ title, from, until }) =>
    t('calendar.freeze', { title, from: instantIn(t, from), until: instantIn(t, until) }),
  );
  return (
    <Text as="p" color="secondary" className={styles.freezes}>
      {`${t('calendar.noReleases')} ${named.join('; ')}`}
    </Text>
  );
};

interface CalendarBodyProps extends CalendarAddress {
  today: Day;
  zone: string;
  calendar: PlanCalendar;
  /** what is said where a list or a line would hold nothing */
  nothing: ReactNode;
}

/** The dates of a month: as a grid, plan by plan on a line of time, or as a list. */
export const CalendarBody = ({ nothing, view, go, calendar, ...shown }: CalendarBodyProps) => {
  const isEmpty = calendar.events.length === 0;
  return (
    <>
      <Freezes freezes={calendar.freezes} />
      {view === 'month' && (
        <MonthGrid {...shown} calendar={calendar} onMonth={month => go({ month })} />
      )}
      {view !== 'month' && isEmpty && nothing}
      {view === 'timeline' && !isEmpty && <Timeline {...shown} calendar={calendar} />}
      {view === 'list' && !isEmpty && <DateList calendar={calendar} zone={shown.zone} />}
    </>
  );
};
