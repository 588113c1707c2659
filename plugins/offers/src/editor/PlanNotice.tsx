import { Alert, Link } from '@backstage/ui';
import type { ManagedOffer, PlanState } from '@offerdesk/backstage-plugin-offers-common';
import { useLinks } from '../shell/useLinks';
import { planStates } from '../words/states';
import styles from './DraftEditor.module.css';

/** States in which a plan holds approvals, or waits for them. */
const UNDER_WAY: readonly PlanState[] = ['submitted', 'approved', 'implementing', 'ready'];

/** Says that a release plan brings this draft, and what a change would do to it. */
export const PlanNotice = ({ offer: { plan, can } }: { offer: ManagedOffer }) => {
  const links = useLinks();
  if (!plan) {
    return can.edit ? null : (
      <Alert
        className={styles.notice}
        status="info"
        icon
        title="You may read this draft, not change it."
      />
    );
  }
  const isUnderWay = UNDER_WAY.includes(plan.state);
  return (
    <Alert
      className={styles.notice}
      status={isUnderWay ? 'warning' : 'info'}
      icon
      title={
        <>
          In the plan <Link href={links.plan(plan.id)}>{plan.title}</Link>:{' '}
          {planStates[plan.state].label.toLowerCase()}.
        </>
      }
      description={
        isUnderWay
          ? 'A change of anything but information and knowledge voids its approvals: they are asked for again.'
          : undefined
      }
    />
  );
};
