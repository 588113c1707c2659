import { Checkbox } from '@backstage/ui';
import { CalendarBar } from '../calendar/CalendarBar';
import { CalendarBody } from '../calendar/CalendarBody';
import { dayInZone, timeOf } from '../calendar/months';
import { SaveDates } from '../calendar/SaveDates';
import { effectsOf } from '../calendar/settled';
import { useCalendarAddress } from '../calendar/useCalendarAddress';
import { useAddress } from '../data/useAddress';
import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { readersZone } from '../words/dates';
import { useT } from '../words/useWords';
import { OfferList } from './OfferList';
import styles from './Operations.module.css';

/** Whether what is not approved yet is shown too, kept in the address. */
function useUnsettled(): [boolean, (shown: boolean) => void] {
  const [params, change] = useAddress<'unsettled'>();
  return [params.get('unsettled') === 'true', shown => change('unsettled', shown ? 'true' : '')];
}

const Effects = () => {
  const t = useT();
  const zone = readersZone();
  const today = dayInZone(new Date().toISOString(), zone);
  const address = useCalendarAddress(today);
  const [withUnsettled, setWithUnsettled] = useUnsettled();
  const { data, error, refetch } = useCall(
    'planCalendar',
    { query: timeOf(address.month, zone) },
    { keepPrevious: true },
  );
  const effects = data && effectsOf(data, withUnsettled);
  return (
    <>
      <CalendarBar {...address} today={today}>
        {effects && <SaveDates month={address.month} zone={zone} calendar={effects} />}
      </CalendarBar>
      <div className={styles.unsettled}>
        <Checkbox isSelected={withUnsettled} onChange={setWithUnsettled}>
          {t('calendar.unsettled')}
        </Checkbox>
      </div>
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what={t('calendar.loading')} rows={5} height={104} />}
      {effects && (
        <CalendarBody
          {...address}
          today={today}
          zone={zone}
          calendar={effects}
          nothing={
            <Empty
              title={t('calendar.nothingSettled')}
              description={t('calendar.nothingSettledDo')}
            />
          }
        />
      )}
    </>
  );
};

const ReleaseCalendar = () => {
  const t = useT();
  const zone = readersZone().replace(/_/g, ' ');
  return (
    <Page title={t('calendar.title')} lede={t('calendar.effectLede', { zone })}>
      <Effects />
      <div className={styles.held}>
        <Panel title={t('calendar.held')} note={t('calendar.heldNote')}>
          <OfferList
            caption={t('calendar.held')}
            filter={{ state: 'held' }}
            empty={t('calendar.heldNone')}
          />
        </Panel>
      </div>
    </Page>
  );
};

/** What takes effect when, for those who run and support what is offered. */
export default function ReleaseCalendarPage() {
  const t = useT();
  return (
    <StaffOnly title={t('calendar.title')} allows={({ isStaff }) => isStaff}>
      <SectionNav of="operations" label={t('staff.operations')} />
      <ReleaseCalendar />
    </StaffOnly>
  );
}
