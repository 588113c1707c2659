import { Link, Text } from '@backstage/ui';
import type { PlanSummary } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { Sheet } from '../parts/Sheet';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useLinks } from '../shell/useLinks';
import { useWords } from '../words/useWords';

const PlanName = ({ plan }: { plan: PlanSummary }) => {
  const others = [...plan.offers, ...plan.ends]
    .map(({ title }) => title)
    .filter(title => title !== plan.title);
  return (
    <>
      <Link href={useLinks().plan(plan.id)}>{plan.title}</Link>
      {others.length > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {others.join(', ')}
        </Text>
      )}
    </>
  );
};

/** Release plans as a table. */
export const PlanTable = ({ plans }: { plans: readonly PlanSummary[] }) => {
  const { t, planState, scenario: scenarioIn } = useWords();
  return (
    <Sheet>
      <DataTable
        caption={t('plans.title')}
        rows={plans}
        keyOf={({ id }) => id}
        columns={[
          { label: t('plans.plan'), cell: plan => <PlanName plan={plan} /> },
          { label: t('plans.scenario'), cell: ({ scenario }) => scenarioIn(scenario) },
          { label: t('plans.state'), cell: plan => <StateBadge {...planState(plan.state)} /> },
          {
            label: t('plans.approvals'),
            cell: ({ approval }) =>
              t('plans.of', {
                given: String(approval.given),
                required: String(approval.required),
              }),
          },
          { label: t('plans.release'), cell: ({ releaseAt }) => <When at={releaseAt} /> },
          { label: t('plans.by'), cell: ({ createdBy }) => <Who entityRef={createdBy} plain /> },
          { label: t('plans.changed'), cell: ({ updatedAt }) => <When at={updatedAt} /> },
        ]}
      />
    </Sheet>
  );
};
