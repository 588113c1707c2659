import { Button, Link, Text } from '@backstage/ui';
import type { PlanState, PlanSummary } from '@offerdesk/backstage-plugin-offers-common';
import { useId } from 'react';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { useT, useWords } from '../words/useWords';
import { NewPlanLink } from './NewPlanLink';
import styles from './PlanBoard.module.css';
import { PlanFilterBar } from './PlanFilterBar';
import { usePlanFilters, type PlanFilters } from './usePlanFilters';
import { usePlans } from './usePlans';

const columns: readonly {
  stage: 'define' | 'implement' | 'publish';
  states: readonly PlanState[];
}[] = [
  { stage: 'define', states: ['submitted', 'changes-requested', 'draft'] },
  { stage: 'implement', states: ['implementing', 'approved'] },
  { stage: 'publish', states: ['ready', 'released'] },
];

const PlanCard = ({ plan }: { plan: PlanSummary }) => {
  const { t, planState, scenario } = useWords();
  const { given, required } = plan.approval;
  const who = <Who entityRef={plan.createdBy} plain />;
  return (
    <li className={styles.card}>
      <Link href={useLinks().plan(plan.id)}>{plan.title}</Link>
      <div className={styles.line}>
        <StateBadge {...planState(plan.state)} />
        <span className={styles.quiet}>{scenario(plan.scenario)}</span>
      </div>
      <span className={styles.quiet}>
        {t(plan.state === 'released' ? 'board.released' : 'board.release', {
          when: <When at={plan.releaseAt} />,
        })}
      </span>
      <span className={styles.quiet}>
        {required > 0
          ? t('board.approvalsBy', { given: String(given), required: String(required), who })
          : t('board.by', { who })}
      </span>
    </li>
  );
};

type Filter = Pick<PlanFilters, 'scenario' | 'offer'>;

/** The plans of one state, as cards; nothing where there are none. */
const StateCards = ({ state, filter }: { state: PlanState; filter: Filter }) => {
  const { t, planState } = useWords();
  const limit = state === 'released' ? 10 : 50;
  const found = usePlans({ ...filter, state, limit });
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what={t('board.loading')} rows={1} height={72} />;
  return (
    <>
      {found.items.length > 0 && (
        <ul className={styles.cards} aria-label={planState(state).label}>
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
          {t('board.more', { state: planState(state).label })}
        </Button>
      )}
    </>
  );
};

const Column = ({ column, filter }: { column: (typeof columns)[number]; filter: Filter }) => {
  const t = useT();
  const id = useId();
  return (
    <section className={styles.column} aria-labelledby={id}>
      <div>
        <Text as="h3" id={id} variant="body-large" weight="bold">
          {t(`board.${column.stage}`)}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {t(`board.${column.stage}Note`)}
        </Text>
      </div>
      {column.states.map(state => (
        <StateCards key={state} state={state} filter={filter} />
      ))}
      <Text as="p" color="secondary" className={styles.nothing}>
        {t('board.none')}
      </Text>
    </section>
  );
};

const Board = () => {
  const t = useT();
  const { scenario, offer, change } = usePlanFilters();
  return (
    <Page title={t('board.title')} lede={t('board.lede')} actions={<NewPlanLink />}>
      <PlanFilterBar scenario={scenario} offer={offer} change={change} />
      <div className={styles.board}>
        {columns.map(column => (
          <Column key={column.stage} column={column} filter={{ scenario, offer }} />
        ))}
      </div>
    </Page>
  );
};

/** Release plans in the columns of the value stream's stages. */
export default function PlanBoardPage() {
  const t = useT();
  return (
    <StaffOnly title={t('board.title')} allows={({ seesPlans }) => seesPlans}>
      <SectionNav of="plans" label={t('plans.nav')} />
      <Board />
    </StaffOnly>
  );
}
