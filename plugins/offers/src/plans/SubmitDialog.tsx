import { Text } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useAct } from '../data/useCall';
import { ActionDialog } from '../parts/ActionDialog';
import { useToast } from '../parts/useToast';
import { When } from '../parts/When';
import { WhoList } from '../parts/Who';

/** Asks whether to hand the plan to its approvers. */
export const SubmitDialog = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const toast = useToast();
  const { mutate, isPending, error } = useAct('submitPlan');
  const submit = () =>
    mutate(
      { params: { id: plan.id }, revision: plan.revision },
      {
        onSuccess: () => {
          toast(`Submitted: ${plan.title}. Its approvers are being asked.`);
          onClose();
        },
      },
    );
  return (
    <ActionDialog
      title={`Submit ${plan.title}?`}
      confirm="Submit"
      onConfirm={submit}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">
        The approvers are asked: <WhoList refs={plan.approvers} />. You cannot approve it yourself.
      </Text>
      <Text as="p">
        Release: <When at={plan.releaseAt} />
      </Text>
    </ActionDialog>
  );
};
