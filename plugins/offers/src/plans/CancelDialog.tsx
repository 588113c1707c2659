import { Text, TextAreaField } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useAct } from '../data/useCall';
import { ActionDialog } from '../parts/ActionDialog';
import { useToast } from '../parts/useToast';

/** Asks why, then cancels the plan. */
export const CancelDialog = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const toast = useToast();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useAct('cancelPlan');
  const cancel = () =>
    mutate(
      { params: { id: plan.id }, revision: plan.revision, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          toast(`Cancelled: ${plan.title}.`);
          onClose();
        },
      },
    );
  return (
    <ActionDialog
      title="Cancel this plan?"
      confirm="Cancel the plan"
      onConfirm={cancel}
      onClose={onClose}
      isPending={isPending}
      isDisabled={reason.trim() === ''}
      destructive
      error={error}
    >
      <Text as="p">Nothing is published. The drafts stay, and can be put into a new plan.</Text>
      <TextAreaField
        label="Reason"
        isRequired
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
};
