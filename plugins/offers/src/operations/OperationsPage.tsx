import { useApi } from '@backstage/core-plugin-api';
import { Button, Link, Text } from '@backstage/ui';
import type { PublicState } from '@offerdesk/backstage-plugin-offers-common';
import { useSearchParams } from 'react-router-dom';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { DataTable } from '../parts/DataTable';
import { DebouncedSearch } from '../parts/DebouncedSearch';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { Who } from '../parts/Who';
import { StaffOnly } from '../shell/StaffOnly';
import { useMe } from '../shell/useMe';
import { useStaffLinks } from '../shell/useStaffLinks';
import { useT, useWords } from '../words/useWords';
import { FailedDeliveries } from './FailedDeliveries';
import styles from './Operations.module.css';

/** How often the lists are read again, in milliseconds. */
const REFRESH_MS = 15_000;

/** States that somebody should look at. */
const attention = ['suspended', 'held', 'canary', 'ending'] as const;

interface OffersProps {
  caption: string;
  filter: { state: PublicState } | { q: string };
  empty: string;
}

const Offers = ({ caption, filter, empty }: OffersProps) => {
  const { t, state: stateIn } = useWords();
  const api = useApi(offersApiRef);
  const links = useStaffLinks();
  const query = { limit: 20, ...filter };
  const found = usePages(
    ['operations', query],
    (cursor, signal) =>
      api.call('listOffers', { query: { ...query, ...(cursor ? { cursor } : {}) } }, { signal }),
    { refetchInterval: REFRESH_MS },
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what={t('operations.offers')} rows={1} height={40} />;
  if (found.items.length === 0) return <Text color="secondary">{empty}</Text>;
  return (
    <>
      <DataTable
        caption={caption}
        rows={found.items}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('operations.offer'),
            width: '45%',
            cell: ({ id, title }) => <Link href={links.operate(id)}>{title}</Link>,
          },
          { label: t('operations.state'), cell: ({ state }) => <StateBadge {...stateIn(state)} /> },
          {
            label: t('operations.owner'),
            cell: ({ owner }) => (owner ? <Who entityRef={owner} plain /> : '–'),
          },
        ]}
      />
      {found.hasNextPage && (
        <Button variant="tertiary" size="small" onPress={() => found.fetchNextPage()}>
          {t('operations.more')}
        </Button>
      )}
    </>
  );
};

const Operations = () => {
  const { t, state: stateIn } = useWords();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const mayRetry = useMe().may('manageDeliveries');
  return (
    <Page title={t('staff.operations')} lede={t('operations.lede')}>
      <div role="search" aria-label={t('operations.search')} className={filterStyles.filters}>
        <DebouncedSearch
          label={t('operations.find')}
          placeholder={t('operations.findHint')}
          value={q}
          onSearch={value => setParams(value ? { q: value } : {}, { replace: true })}
        />
      </div>
      {q ? (
        <Panel title={t('operations.found')}>
          <Offers
            caption={t('operations.found')}
            filter={{ q }}
            empty={t('operations.noneFound')}
          />
        </Panel>
      ) : (
        <div className={styles.panels}>
          {attention.map(state => (
            <Panel key={state} title={stateIn(state).label} note={t(`operations.${state}`)}>
              <Offers
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
        <Empty
          title="Messages that did not arrive"
          description="Those who look after deliveries see them here; each plan shows its own."
        />
      )}
    </Page>
  );
};

/** What is live, as those who run it need to see it. */
export default function OperationsPage() {
  return (
    <StaffOnly title={useT()('staff.operations')} allows={({ isStaff }) => isStaff}>
      <Operations />
    </StaffOnly>
  );
}
