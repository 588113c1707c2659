import { useApi } from '@backstage/core-plugin-api';
import { Button, Select } from '@backstage/ui';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { DebouncedSearch } from '../parts/DebouncedSearch';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { planStates } from '../words/states';
import { NewPlanLink } from './NewPlanLink';
import { PlanTable } from './PlanTable';
import { usePlanFilters, type PlanFilters } from './usePlanFilters';
import { scenarios } from './words';

const ANY = 'any';

/** How often the list is read again, in milliseconds, so that decisions from Slack appear by themselves. */
const REFRESH_MS = 10_000;

type Filter = Pick<PlanFilters, 'state' | 'scenario' | 'offer'>;

const PlanList = ({ state, scenario, offer }: Filter) => {
  const api = useApi(offersApiRef);
  const query = {
    ...(state ? { state } : {}),
    ...(scenario ? { scenario } : {}),
    ...(offer ? { offer } : {}),
  };
  const found = usePages(
    ['plans', query],
    (cursor, signal) =>
      api.call('listPlans', { query: { ...query, ...(cursor ? { cursor } : {}) } }, { signal }),
    { refetchInterval: REFRESH_MS },
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what="the plans" rows={5} height={48} />;
  if (found.items.length === 0) {
    return state || scenario || offer ? (
      <Empty
        title="No plan is like that"
        description="Take a filter away, or look at the calendar."
      />
    ) : (
      <Empty
        title="There are no release plans yet"
        description="A plan begins at the draft of an offer, or here with New plan."
      />
    );
  }
  return (
    <>
      <PlanTable plans={found.items} />
      {found.hasNextPage && (
        <div className={filterStyles.more}>
          <Button
            variant="secondary"
            onPress={() => found.fetchNextPage()}
            isPending={found.isFetchingNextPage}
          >
            Show more
          </Button>
        </div>
      )}
    </>
  );
};

const Filters = ({ state, scenario, offer, change }: PlanFilters) => (
  <div role="search" aria-label="Plans" className={filterStyles.filters}>
    <DebouncedSearch
      label="Offer"
      placeholder="Name of an offer, whole"
      value={offer}
      onSearch={value => change('offer', value)}
    />
    <Select
      label="State"
      value={state ?? ANY}
      onChange={key => change('state', key === ANY ? '' : String(key))}
      options={[
        { id: ANY, label: 'Any state' },
        ...Object.entries(planStates).map(([id, { label }]) => ({ id, label })),
      ]}
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
);

/** Release plans, latest change first. */
export default function PlansPage() {
  const filters = usePlanFilters();
  const { state, scenario, offer } = filters;
  return (
    <StaffOnly title="Release plans" allows={({ seesPlans }) => seesPlans}>
      <SectionNav of="plans" label="Plans" />
      <Page
        title="Release plans"
        lede="What is about to be offered, who has decided on it, and when it is released."
        actions={<NewPlanLink />}
      >
        <Filters {...filters} />
        <PlanList state={state} scenario={scenario} offer={offer} />
      </Page>
    </StaffOnly>
  );
}
