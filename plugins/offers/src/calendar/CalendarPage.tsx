import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { readersZone } from '../words/dates';
import { useT } from '../words/useWords';
import { CalendarBar } from './CalendarBar';
import { CalendarBody } from './CalendarBody';
import { dayInZone, timeOf } from './months';
import { useCalendarAddress } from './useCalendarAddress';

const Calendar = () => {
  const t = useT();
  const zone = readersZone();
  const today = dayInZone(new Date().toISOString(), zone);
  const address = useCalendarAddress(today);
  const { data, error, refetch } = useCall(
    'planCalendar',
    { query: timeOf(address.month, zone) },
    { keepPrevious: true },
  );
  return (
    <Page title={t('calendar.title')} lede={t('calendar.lede', { zone: zone.replace(/_/g, ' ') })}>
      <CalendarBar {...address} today={today} />
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what={t('calendar.loading')} rows={5} height={104} />}
      {data && (
        <CalendarBody
          {...address}
          today={today}
          zone={zone}
          calendar={data}
          nothing={<Empty title={t('calendar.nothing')} description={t('calendar.nothingDo')} />}
        />
      )}
    </Page>
  );
};

/** The dates of all plans: a month as a grid, plan by plan on a line of time, or as a list. */
export default function CalendarPage() {
  const t = useT();
  return (
    <StaffOnly title={t('calendar.title')} allows={({ seesPlans }) => seesPlans}>
      <SectionNav of="plans" label={t('plans.nav')} />
      <Calendar />
    </StaffOnly>
  );
}
