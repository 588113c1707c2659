import { useApi } from '@backstage/core-plugin-api';
import { Button, Link, Select, Text } from '@backstage/ui';
import type { PlanState, PlanSummary } from '@offerdesk/backstage-plugin-offers-common';
import { useId } from 'react';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { DebouncedSearch } from '../parts/DebouncedSearch';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { planStates } from '../words/states';
import { NewPlanLink } from './NewPlanLink';
import styles from './PlanBoard.module.css';
import { usePlanFilters, type PlanFilters } from './usePlanFilters';
import { scenarios } from './words';

/** How often the board is read again, in milliseconds, so that decisions from Slack appear by themselves. */
const REFRESH_MS = 10_000;

const ANY = 'any';

const columns: readonly { title: string; note: string; states: readonly PlanState[] }[] = [
  {
    title: 'Define',
    note: 'Written, and waiting for approval',
    states: ['submitted', 'changes-requested', 'draft'],
  },
  { title: 'Implement', note: 'Approved, and made real', states: ['implementing', 'approved'] },
  { title: 'Publish', note: 'Ready, and lately released', states: ['ready', 'released'] },
];

const PlanCard = ({ plan }: { plan: PlanSummary }) => (
  <li className={styles.card}>
    <Link href={useLinks().plan(plan.id)}>{plan.title}</Link>
    <div className={styles.line}>
      <StateBadge {...planStates[plan.state]} />
      <span className={styles.quiet}>{scenarios[plan.scenario]}</span>
    </div>
    <span className={styles.quiet}>
      {plan.state === 'released' ? 'For ' : 'Release '}
      <When at={plan.releaseAt} />
    </span>
    <span className={styles.quiet}>
      {plan.approval.required > 0 &&
        `${plan.approval.given} of ${plan.approval.required} approvals, `}
      by <Who entityRef={plan.createdBy} plain />
    </span>
  </li>
);

type Filter = Pick<PlanFilters, 'scenario' | 'offer'>;

/** The plans of one state, as cards; nothing where there are none. */
const StateCards = ({ state, filter }: { state: PlanState; filter: Filter }) => {
  const api = useApi(offersApiRef);
  const query = {
    state,
    limit: state === 'released' ? 10 : 50,
    ...(filter.scenario ? { scenario: filter.scenario } : {}),
    ...(filter.offer ? { offer: filter.offer } : {}),
  };
  const found = usePages(
    ['plans', query],
    (cursor, signal) =>
      api.call('listPlans', { query: { ...query, ...(cursor ? { cursor } : {}) } }, { signal }),
    { refetchInterval: REFRESH_MS },
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what="plans" rows={1} height={72} />;
  return (
    <>
      {found.items.length > 0 && (
        <ul className={styles.cards} aria-label={planStates[state].label}>
          {found.items.map(plan => (
            <PlanCard key={plan.id} plan={plan} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button
          variant="tertiary"
          size="small"
          onPress={() => found.fetchNextPage()}
          isPending={found.isFetchingNextPage}
        >
          {`More: ${planStates[state].label.toLowerCase()}`}
        </Button>
      )}
    </>
  );
};

const Column = ({ column, filter }: { column: (typeof columns)[number]; filter: Filter }) => {
  const id = useId();
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
      {column.states.map(state => (
        <StateCards key={state} state={state} filter={filter} />
      ))}
      <Text as="p" color="secondary" className={styles.nothing}>
        No plan is here.
      </Text>
    </section>
  );
};

const Board = () => {
  const { scenario, offer, change } = usePlanFilters();
  return (
    <Page
      title="Plans by stage"
      lede="Where each release plan stands in the value stream."
      actions={<NewPlanLink />}
    >
      <div role="search" aria-label="Plans" className={filterStyles.filters}>
        <DebouncedSearch
          label="Offer"
          placeholder="Name of an offer, whole"
          value={offer}
          onSearch={value => change('offer', value)}
        />
        <Select
          label="Scenario"
          value={scenario ?? ANY}
          onChange={key => change('scenario', key === ANY ? '' : String(key))}
          options={[
            { id: ANY, label: 'Any scenario' },
            ...Object.entries(scenarios).map(([id, label]) => ({ id, label })),
          ]}
        />
      </div>
      <div className={styles.board}>
        {columns.map(column => (
          <Column key={column.title} column={column} filter={{ scenario, offer }} />
        ))}
      </div>
    </Page>
  );
};

/** Release plans in the columns of the value stream's stages. */
export default function PlanBoardPage() {
  return (
    <StaffOnly title="Plans by stage" allows={({ seesPlans }) => seesPlans}>
      <SectionNav of="plans" label="Plans" />
      <Board />
    </StaffOnly>
  );
}
