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
import { useT } from '../words/useWords';
import type { DemandFilters } from './useDemandFilters';
import { demandStateIn, priorityIn } from './words';

/** How often the board is read again, in milliseconds. */
const REFRESH_MS = 15_000;

/** What narrows a board of demands. */
export type DemandFilter = Pick<DemandFilters, 'kind' | 'source' | 'product'>;

const columns = ['raised', 'triaged', 'planned'] as const;

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

const Origin = ({ demand }: { demand: DemandSummary }) => {
  const t = useT();
  const { source, productRelease, requestedBy } = demand;
  const named = t(`demandSource.${source}`);
  if (source === 'product-release' && productRelease) {
    const { product, version } = productRelease;
    return <>{t('demand.from', { source: named, from: `${product} ${version}` })}</>;
  }
  return (
    <>
      {named}, <Who entityRef={requestedBy} plain />
    </>
  );
};

const Card = ({ demand }: { demand: DemandSummary }) => {
  const t = useT();
  const links = useStaffLinks();
  return (
    <li className={styles.card}>
      <Link href={links.demand(demand.id)}>{demand.title}</Link>
      <div className={styles.line}>
        {demand.priority && <StateBadge {...priorityIn(t, demand.priority)} />}
        <span className={styles.quiet}>{t(`demandKind.${demand.kind}`)}</span>
      </div>
      <span className={styles.quiet}>
        <Origin demand={demand} />
      </span>
      {demand.wantedBy && (
        <span className={styles.quiet}>
          {t('demand.wantedWhen', { when: <When at={demand.wantedBy} /> })}
        </span>
      )}
      {demand.assignee && (
        <span className={styles.quiet}>
          {t('demand.takenCareOf', { who: <Who entityRef={demand.assignee} plain /> })}
        </span>
      )}
    </li>
  );
};

const Column = ({ state, filter }: { state: (typeof columns)[number]; filter: DemandFilter }) => {
  const t = useT();
  const id = useId();
  const found = useDemands({ ...filter, state });
  const { label } = demandStateIn(t, state);
  return (
    <section className={styles.column} aria-labelledby={id}>
      <div>
        <Text as="h3" id={id} variant="body-large" weight="bold">
          {label}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {t(`demand.${state}Note`)}
        </Text>
      </div>
      {found.error && <Problem error={found.error} onRetry={() => found.refetch()} />}
      {!found.items && !found.error && <Loading what={t('demand.loading')} rows={2} height={88} />}
      {found.items?.length === 0 && <Text color="secondary">{t('demand.noneHere')}</Text>}
      {found.items && found.items.length > 0 && (
        <ul className={styles.cards} aria-label={label}>
          {found.items.map(demand => (
            <Card key={demand.id} demand={demand} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button variant="tertiary" size="small" onPress={() => found.fetchNextPage()}>
          {t('demand.more')}
        </Button>
      )}
    </section>
  );
};

/** Demands under way in the columns of what became of them. */
export const DemandBoard = ({ filter }: { filter: DemandFilter }) => (
  <div className={styles.board}>
    {columns.map(state => (
      <Column key={state} state={state} filter={filter} />
    ))}
  </div>
);
