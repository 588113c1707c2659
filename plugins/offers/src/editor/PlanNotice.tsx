import { Alert, Link } from '@backstage/ui';
import type { ManagedOffer, PlanState } from '@offerdesk/backstage-plugin-offers-common';
import { useLinks } from '../shell/useLinks';
import styles from './DraftEditor.module.css';
import { useT } from '../words/useWords';

/** States in which a plan holds approvals, or waits for them. */
const UNDER_WAY: readonly PlanState[] = ['submitted', 'approved', 'implementing', 'ready'];

/** Says that a release plan brings this draft, and what a change would do to it. */
export const PlanNotice = ({ offer: { plan, can } }: { offer: ManagedOffer }) => {
  const t = useT();
  const links = useLinks();
  if (!plan) {
    return can.edit ? null : (
      <Alert className={styles.notice} status="info" icon title={t('editor.readOnly')} />
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
          {t('editor.inPlan')} <Link href={links.plan(plan.id)}>{plan.title}</Link>:{' '}
          {t(`planState.${plan.state}`)}
        </>
      }
      description={isUnderWay ? t('editor.voids') : undefined}
    />
  );
};
