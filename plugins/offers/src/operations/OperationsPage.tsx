import { useSearchParams } from 'react-router-dom';
import { LiveSearch } from '../parts/LiveSearch';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useMe } from '../shell/useMe';
import { useT, useWords } from '../words/useWords';
import { FailedDeliveries } from './FailedDeliveries';
import { OfferList } from './OfferList';
import styles from './Operations.module.css';

/** States that somebody should look at. */
const attention = ['suspended', 'held', 'canary', 'ending'] as const;

const Operations = () => {
  const { t, state: stateIn } = useWords();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const mayRetry = useMe().may('manageDeliveries');
  return (
    <Page title={t('staff.operations')} lede={t('operations.lede')}>
      <div role="search" aria-label={t('operations.search')} className={filterStyles.filters}>
        <LiveSearch
          label={t('operations.find')}
          placeholder={t('operations.findHint')}
          value={q}
          onSearch={(value, goesOn) => setParams(value ? { q: value } : {}, { replace: goesOn })}
        />
      </div>
      {q ? (
        <Panel title={t('operations.found')}>
          <OfferList
            caption={t('operations.found')}
            filter={{ q }}
            empty={t('operations.noneFound')}
          />
        </Panel>
      ) : (
        <div className={styles.panels}>
          {attention.map(state => (
            <Panel key={state} title={stateIn(state).label} note={t(`operations.${state}`)}>
              <OfferList
                caption={stateIn(state).label}
                filter={{ state }}
                empty={t('operations.none')}
              />
            </Panel>
          ))}
        </div>
      )}
      {mayRetry ? (
        <FailedDeliveries />
      ) : (
        <Empty title={t('undelivered.title')} description={t('undelivered.others')} />
      )}
    </Page>
  );
};

/** What is live, as those who run it need to see it. */
export default function OperationsPage() {
  const t = useT();
  return (
    <StaffOnly title={t('staff.operations')} allows={({ isStaff }) => isStaff}>
      <SectionNav of="operations" label={t('staff.operations')} />
      <Operations />
    </StaffOnly>
  );
}
