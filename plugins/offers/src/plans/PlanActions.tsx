import { Button } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useMe } from '../shell/useMe';
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
  const [asked, setAsked] = useState<Asked>();
  const { can } = plan;
  const isUntold = TELLABLE.includes(plan.state) && plan.toldFor !== plan.releaseAt;
  const managesPlans = useMe().may('managePlan');
  const actions: { id: Asked; label: string; shown: boolean; primary?: boolean }[] = [
    { id: 'cancel', label: 'Cancel plan…', shown: can.cancel },
    { id: 'edit', label: 'Change date…', shown: can.edit },
    { id: 'break-glass', label: 'Approve alone…', shown: can.breakGlass },
    { id: 'tell', label: 'Tell the date…', shown: isUntold && managesPlans },
    { id: 'request-changes', label: 'Request changes…', shown: can.decide },
    { id: 'reject', label: 'Reject…', shown: can.decide },
    { id: 'approve', label: 'Approve…', shown: can.decide, primary: true },
    { id: 'submit', label: 'Submit…', shown: can.submit, primary: true },
    { id: 'implement', label: 'Implement…', shown: can.implement, primary: true },
    { id: 'ready', label: 'Make ready…', shown: can.makeReady, primary: true },
    { id: 'release', label: 'Publish…', shown: can.release, primary: true },
  ];
  return (
    <>
      {actions
        .filter(({ shown }) => shown)
        .map(({ id, label, primary }) => (
          <Button key={id} variant={primary ? 'primary' : 'secondary'} onPress={() => setAsked(id)}>
            {label}
          </Button>
        ))}
      {asked && <PlanDialog asked={asked} plan={plan} onClose={() => setAsked(undefined)} />}
    </>
  );
};
