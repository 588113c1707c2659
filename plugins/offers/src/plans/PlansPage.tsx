import { useApi } from '@backstage/core-plugin-api';
import { Button, Select } from '@backstage/ui';
import { planStateSchema } from '@offerdesk/backstage-plugin-offers-common';
import { useSearchParams } from 'react-router-dom';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { StaffOnly } from '../shell/StaffOnly';
import { planStates } from '../words/states';
import { PlanTable } from './PlanTable';

const ANY = 'any';

/** How often the list is read again, in milliseconds, so that decisions from Slack appear by themselves. */
const REFRESH_MS = 10_000;

const PlanList = ({ state }: { state: ReturnType<typeof planStateSchema.parse> | undefined }) => {
  const api = useApi(offersApiRef);
  const query = state ? { state } : {};
  const found = usePages(
    ['plans', query],
    (cursor, signal) =>
      api.call('listPlans', { query: { ...query, ...(cursor ? { cursor } : {}) } }, { signal }),
    { refetchInterval: REFRESH_MS },
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what="the plans" rows={5} height={48} />;
  if (found.items.length === 0) {
    return state ? (
      <Empty title="No plan is in this state" />
    ) : (
      <Empty
        title="There are no release plans yet"
        description="A plan begins at the draft of an offer: open one under Manage and submit it."
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

/** Release plans, latest change first. */
export default function PlansPage() {
  const [params, setParams] = useSearchParams();
  const state = planStateSchema.safeParse(params.get('state')).data;
  return (
    <StaffOnly title="Release plans" allows={({ seesPlans }) => seesPlans}>
      <Page
        title="Release plans"
        lede="What is about to be offered, who has decided on it, and when it is released."
      >
        <div className={filterStyles.filters}>
          <Select
            label="State"
            value={state ?? ANY}
            onChange={key =>
              setParams(key === ANY ? {} : { state: String(key) }, { replace: true })
            }
            options={[
              { id: ANY, label: 'Any state' },
              ...Object.entries(planStates).map(([id, { label }]) => ({ id, label })),
            ]}
          />
        </div>
        <PlanList state={state} />
      </Page>
    </StaffOnly>
  );
}
