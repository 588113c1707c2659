import { Button, Select } from '@backstage/ui';
import { PLAN_STATES } from '@offerdesk/backstage-plugin-offers-common';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useT, useWords } from '../words/useWords';
import { NewPlanLink } from './NewPlanLink';
import { ANY, PlanFilterBar } from './PlanFilterBar';
import { PlanTable } from './PlanTable';
import { usePlanFilters, type PlanFilters } from './usePlanFilters';
import { usePlans } from './usePlans';

type Filter = Pick<PlanFilters, 'state' | 'scenario' | 'offer'>;

const PlanList = ({ state, scenario, offer }: Filter) => {
  const t = useT();
  const found = usePlans({ state, scenario, offer });
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what={t('plans.loading')} rows={5} height={48} />;
  if (found.items.length === 0) {
    return state || scenario || offer ? (
      <Empty title={t('plans.noneLike')} description={t('plans.noneLikeDo')} />
    ) : (
      <Empty title={t('plans.none')} description={t('plans.noneDo')} />
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
            {t('plans.more')}
          </Button>
        </div>
      )}
    </>
  );
};

const Filters = ({ state, ...filters }: PlanFilters) => {
  const { t, planState } = useWords();
  return (
    <PlanFilterBar {...filters}>
      <Select
        label={t('plans.state')}
        value={state ?? ANY}
        onChange={key => filters.change('state', key === ANY ? '' : String(key))}
        options={[
          { id: ANY, label: t('plans.anyState') },
          ...PLAN_STATES.map(id => ({ id, label: planState(id).label })),
        ]}
      />
    </PlanFilterBar>
  );
};

/** Release plans, latest change first. */
export default function PlansPage() {
  const t = useT();
  const filters = usePlanFilters();
  const { state, scenario, offer } = filters;
  return (
    <StaffOnly title={t('plans.title')} allows={({ seesPlans }) => seesPlans}>
      <SectionNav of="plans" label={t('plans.nav')} />
      <Page title={t('plans.title')} lede={t('plans.lede')} actions={<NewPlanLink />}>
        <Filters {...filters} />
        <PlanList state={state} scenario={scenario} offer={offer} />
      </Page>
    </StaffOnly>
  );
}
