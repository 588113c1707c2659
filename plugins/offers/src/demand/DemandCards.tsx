import { useApi } from '@backstage/core-plugin-api';
import { Button, Link, Text } from '@backstage/ui';
import type { DemandState, DemandSummary } from '@offerdesk/backstage-plugin-offers-common';
import { useId } from 'react';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { Loading } from '../parts/Loading';
import { Problem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import styles from '../plans/PlanBoard.module.css';
import { useStaffLinks } from '../shell/useStaffLinks';
import type { DemandFilters } from './useDemandFilters';
import { demandKinds, demandSources, demandStates, priorities } from './words';

/** How often the board is read again, in milliseconds. */
const REFRESH_MS = 15_000;

/** What narrows a board of demands. */
export type DemandFilter = Pick<DemandFilters, 'kind' | 'source' | 'product'>;

const columns: readonly { title: string; note: string; state: DemandState }[] = [
  { title: 'New', note: 'Nobody has weighed them yet', state: 'raised' },
  { title: 'Weighed', note: 'They wait for a plan', state: 'triaged' },
  { title: 'In a plan', note: 'A plan under way fulfils them', state: 'planned' },
];

/** What a list of demands asks the backend for. */
export function useDemands(filter: DemandFilter & { state: DemandState | undefined }) {
  const api = useApi(offersApiRef);
  const { state, kind, source, product } = filter;
  const query = {
    limit: 30,
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(source ? { source } : {}),
    ...(product ? { product } : {}),
  };
  return usePages(
    ['demands', query],
    (cursor, signal) =>
      api.call('listDemands', { query: { ...query, ...(cursor ? { cursor } : {}) } }, { signal }),
    { refetchInterval: REFRESH_MS },
  );
}

const Card = ({ demand }: { demand: DemandSummary }) => (
  <li className={styles.card}>
    <Link href={useStaffLinks().demand(demand.id)}>{demand.title}</Link>
    <div className={styles.line}>
      {demand.priority && <StateBadge {...priorities[demand.priority]} />}
      <span className={styles.quiet}>{demandKinds[demand.kind]}</span>
    </div>
    <span className={styles.quiet}>
      {demand.source === 'product-release' && demand.productRelease ? (
        `${demandSources[demand.source]}: ${demand.productRelease.product} ${demand.productRelease.version}`
      ) : (
        <>
          {demandSources[demand.source]}, <Who entityRef={demand.requestedBy} plain />
        </>
      )}
    </span>
    {demand.wantedBy && (
      <span className={styles.quiet}>
        Wanted by <When at={demand.wantedBy} />
      </span>
    )}
    {demand.assignee && (
      <span className={styles.quiet}>
        Taken care of by <Who entityRef={demand.assignee} plain />
      </span>
    )}
  </li>
);

const Column = ({ column, filter }: { column: (typeof columns)[number]; filter: DemandFilter }) => {
  const id = useId();
  const found = useDemands({ ...filter, state: column.state });
  return (
    <section className={styles.column} aria-labelledby={id}>
      <div>
        <Text as="h3" id={id} variant="body-large" weight="bold">
          {column.title}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {column.note}
        </Text>
      </div>
      {found.error && <Problem error={found.error} onRetry={() => found.refetch()} />}
      {!found.items && !found.error && <Loading what="demand" rows={2} height={88} />}
      {found.items?.length === 0 && <Text color="secondary">Nothing here.</Text>}
      {found.items && found.items.length > 0 && (
        <ul className={styles.cards} aria-label={demandStates[column.state].label}>
          {found.items.map(demand => (
            <Card key={demand.id} demand={demand} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button variant="tertiary" size="small" onPress={() => found.fetchNextPage()}>
          Show more
        </Button>
      )}
    </section>
  );
};

/** Demands under way in the columns of what became of them. */
export const DemandBoard = ({ filter }: { filter: DemandFilter }) => (
  <div className={styles.board}>
    {columns.map(column => (
      <Column key={column.state} column={column} filter={filter} />
    ))}
  </div>
);
