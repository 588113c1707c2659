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
import { publicStates } from '../words/states';
import { FailedDeliveries } from './FailedDeliveries';
import styles from './Operations.module.css';

/** How often the lists are read again, in milliseconds. */
const REFRESH_MS = 15_000;

/** States that somebody should look at, and why. */
const attention: readonly { state: PublicState; note: string }[] = [
  { state: 'suspended', note: 'Stopped by hand: resume them, or end them by a plan.' },
  { state: 'held', note: 'They wait for a product release to be deployed.' },
  { state: 'canary', note: 'A new version goes through its rings.' },
  { state: 'ending', note: 'Their end is announced.' },
];

interface OffersProps {
  caption: string;
  filter: { state: PublicState } | { q: string };
  empty: string;
}

const Offers = ({ caption, filter, empty }: OffersProps) => {
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
  if (!found.items) return <Loading what="offers" rows={1} height={40} />;
  if (found.items.length === 0) return <Text color="secondary">{empty}</Text>;
  return (
    <>
      <DataTable
        caption={caption}
        rows={found.items}
        keyOf={({ id }) => id}
        columns={[
          {
            label: 'Offer',
            width: '45%',
            cell: ({ id, title }) => <Link href={links.operate(id)}>{title}</Link>,
          },
          { label: 'State', cell: ({ state }) => <StateBadge {...publicStates[state]} /> },
          { label: 'Owner', cell: ({ owner }) => (owner ? <Who entityRef={owner} plain /> : '–') },
        ]}
      />
      {found.hasNextPage && (
        <Button variant="tertiary" size="small" onPress={() => found.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
};

const Operations = () => {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const mayRetry = useMe().may('manageDeliveries');
  return (
    <Page title="Operations" lede="What runs, what should be looked at, and what did not arrive.">
      <div role="search" aria-label="Offers to operate" className={filterStyles.filters}>
        <DebouncedSearch
          label="Find an offer"
          placeholder="Title or name"
          value={q}
          onSearch={value => setParams(value ? { q: value } : {}, { replace: true })}
        />
      </div>
      {q ? (
        <Panel title="Found">
          <Offers caption="Found" filter={{ q }} empty="No offer has these words." />
        </Panel>
      ) : (
        <div className={styles.panels}>
          {attention.map(({ state, note }) => (
            <Panel key={state} title={publicStates[state].label} note={note}>
              <Offers
                caption={publicStates[state].label}
                filter={{ state }}
                empty="None: nothing to do here."
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
    <StaffOnly title="Operations" allows={({ isStaff }) => isStaff}>
      <Operations />
    </StaffOnly>
  );
}
