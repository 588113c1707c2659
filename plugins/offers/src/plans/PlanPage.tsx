import { Alert } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useParams } from 'react-router-dom';
import { useCall } from '../data/useCall';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { StateBadge } from '../parts/StateBadge';
import { Who } from '../parts/Who';
import { PageProblem } from '../shell/PageProblem';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { useMe } from '../shell/useMe';
import { useT, useWords } from '../words/useWords';
import { ApprovalPanel } from './ApprovalPanel';
import { ClashesPanel } from './ClashesPanel';
import { ConversationPanel } from './ConversationPanel';
import { DeliveriesPanel } from './DeliveriesPanel';
import { GatePanel } from './GatePanel';
import { HistoryPanel } from './HistoryPanel';
import { ImpactPanel } from './ImpactPanel';
import { PlanActions } from './PlanActions';
import styles from './PlanPage.module.css';
import { PlanFactsPanel } from './PlanPanels';
import { refreshEvery } from './refresh';
import { StageProgress } from './StageProgress';

/** Where a plan that ended or stopped asks something of its author. */
const STOPPED = ['changes-requested', 'rejected', 'cancelled'] as const;

/** Why it was sent back or turned down, in the words of who did: the first thing that its author looks for. */
const WhatWasSaid = ({ plan }: { plan: Plan }) => {
  const t = useT();
  const said = plan.decisions.filter(({ verdict, voided }) => verdict !== 'approve' && !voided);
  const last = said.at(-1);
  if (!last?.reason) return null;
  return (
    <div>
      {t('plan.saidBy', {
        who: <Who entityRef={last.decider} />,
        words: t('words.quoted', { words: last.reason }),
      })}
    </div>
  );
};

const PlanBody = ({ plan }: { plan: Plan }) => {
  const { t, planState } = useWords();
  const { may } = useMe();
  const stopped = STOPPED.find(state => state === plan.state);
  const isClosed = plan.state === 'released' || plan.stage === 'ended';
  return (
    <>
      <StageProgress plan={plan} />
      {stopped && (
        <Alert
          status="warning"
          icon
          title={planState(plan.state).label}
          description={
            <>
              {stopped !== 'cancelled' && <WhatWasSaid plan={plan} />}
              {t(`plan.${stopped}`)}
            </>
          }
          mb="5"
        />
      )}
      {!isClosed && <ClashesPanel plan={plan} />}
      <div className={styles.body}>
        <div className={styles.deciding}>
          <ApprovalPanel plan={plan} />
          {!isClosed && <GatePanel plan={plan} />}
        </div>
        <div className={styles.told}>
          <ImpactPanel plan={plan} />
          <ConversationPanel plan={plan} refreshMs={refreshEvery(plan)} />
          <DeliveriesPanel deliveries={plan.deliveries} />
          {may('readAudit') && <HistoryPanel planId={plan.id} refreshMs={refreshEvery(plan)} />}
        </div>
        <div className={styles.facts}>
          <PlanFactsPanel plan={plan} />
        </div>
      </div>
    </>
  );
};

const PlanOfAddress = () => {
  const { t, planState } = useWords();
  const { id = '' } = useParams();
  const links = useLinks();
  const {
    data: plan,
    error,
    refetch,
  } = useCall('getPlan', { params: { id } }, { refetchInterval: refreshEvery });
  const back = { label: t('plans.title'), href: links.plans };
  if (!plan) {
    return (
      <Page title={t('plan.title')} back={back}>
        {error ? (
          <PageProblem error={error} onRetry={() => refetch()} />
        ) : (
          <Loading what={t('plan.loading')} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={plan.title}
      back={back}
      badge={<StateBadge {...planState(plan.state)} />}
      actions={<PlanActions plan={plan} />}
    >
      <PlanBody plan={plan} />
    </Page>
  );
};

/** A release plan: where it stands, what it changes, who has decided, and what can be done. */
export default function PlanPage() {
  return (
    <StaffOnly title={useT()('plan.title')} allows={({ seesPlans }) => seesPlans}>
      <PlanOfAddress />
    </StaffOnly>
  );
}
