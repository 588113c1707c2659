import { Button } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';
import { CancelDialog } from './CancelDialog';
import { ApproveDialog, ReasonDialog } from './DecideDialogs';
import { EditPlanDialog } from './EditPlanDialog';
import { ReleaseDialog } from './ReleaseDialog';
import { BreakGlassDialog, ImplementDialog, ReadyDialog, TellDialog } from './StageDialogs';
import { SubmitDialog } from './SubmitDialog';

type Asked =
  | 'submit'
  | 'approve'
  | 'reject'
  | 'request-changes'
  | 'release'
  | 'cancel'
  | 'edit'
  | 'implement'
  | 'ready'
  | 'tell'
  | 'break-glass';

/** States in which those concerned can be told the date. */
const TELLABLE: readonly Plan['state'][] = ['approved', 'implementing', 'ready'];

const PlanDialog = ({
  asked,
  plan,
  onClose,
}: {
  asked: Asked;
  plan: Plan;
  onClose: () => void;
}) => {
  switch (asked) {
    case 'submit':
      return <SubmitDialog plan={plan} onClose={onClose} />;
    case 'approve':
      return <ApproveDialog plan={plan} onClose={onClose} />;
    case 'release':
      return <ReleaseDialog plan={plan} onClose={onClose} />;
    case 'cancel':
      return <CancelDialog plan={plan} onClose={onClose} />;
    case 'implement':
      return <ImplementDialog plan={plan} onClose={onClose} />;
    case 'ready':
      return <ReadyDialog plan={plan} onClose={onClose} />;
    case 'tell':
      return <TellDialog plan={plan} onClose={onClose} />;
    case 'break-glass':
      return <BreakGlassDialog plan={plan} onClose={onClose} />;
    case 'edit':
      return <EditPlanDialog plan={plan} onClose={onClose} />;
    default:
      return <ReasonDialog plan={plan} verdict={asked} onClose={onClose} />;
  }
};

/** What this person can do with the plan, now; each asks before it acts. */
export const PlanActions = ({ plan }: { plan: Plan }) => {
  const t = useT();
  const [asked, setAsked] = useState<Asked>();
  const { can } = plan;
  const isUntold = TELLABLE.includes(plan.state) && plan.toldFor !== plan.releaseAt;
  const managesPlans = useMe().may('managePlan');
  const actions: { id: Asked; shown: boolean; primary?: boolean }[] = [
    { id: 'cancel', shown: can.cancel },
    { id: 'edit', shown: can.edit },
    { id: 'break-glass', shown: can.breakGlass },
    { id: 'tell', shown: isUntold && managesPlans },
    { id: 'request-changes', shown: can.decide },
    { id: 'reject', shown: can.decide },
    { id: 'approve', shown: can.decide, primary: true },
    { id: 'submit', shown: can.submit, primary: true },
    { id: 'implement', shown: can.implement, primary: true },
    { id: 'ready', shown: can.makeReady, primary: true },
    { id: 'release', shown: can.release, primary: true },
  ];
  return (
    <>
      {actions
        .filter(({ shown }) => shown)
        .map(({ id, primary }) => (
          <Button key={id} variant={primary ? 'primary' : 'secondary'} onPress={() => setAsked(id)}>
            {t(`plan.do.${id}`)}
          </Button>
        ))}
      {asked && <PlanDialog asked={asked} plan={plan} onClose={() => setAsked(undefined)} />}
    </>
  );
};
