import { Link, Text } from '@backstage/ui';
import type { PlanSummary } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { Sheet } from '../parts/Sheet';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useLinks } from '../shell/useLinks';
import { planStates } from '../words/states';
import { scenarios } from './words';

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
export const PlanTable = ({ plans }: { plans: readonly PlanSummary[] }) => (
  <Sheet>
    <DataTable
      caption="Release plans"
      rows={plans}
      keyOf={({ id }) => id}
      columns={[
        { label: 'Plan', cell: plan => <PlanName plan={plan} /> },
        { label: 'Scenario', cell: ({ scenario }) => scenarios[scenario] },
        { label: 'State', cell: plan => <StateBadge {...planStates[plan.state]} /> },
        {
          label: 'Approvals',
          cell: ({ approval }) => `${approval.given} of ${approval.required}`,
        },
        { label: 'Release', cell: ({ releaseAt }) => <When at={releaseAt} /> },
        { label: 'By', cell: ({ createdBy }) => <Who entityRef={createdBy} plain /> },
        { label: 'Changed', cell: ({ updatedAt }) => <When at={updatedAt} /> },
      ]}
    />
  </Sheet>
);
