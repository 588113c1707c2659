import { Text, TextAreaField } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useAct } from '../data/useCall';
import { ActionDialog } from '../parts/ActionDialog';
import { useToast } from '../parts/useToast';
import { useT } from '../words/useWords';

/** Asks why, then cancels the plan. */
export const CancelDialog = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const t = useT();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useAct('cancelPlan');
  const cancel = () =>
    mutate(
      { params: { id: plan.id }, revision: plan.revision, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          toast(t('plan.cancel.done', { title: plan.title }));
          onClose();
        },
      },
    );
  return (
    <ActionDialog
      title={t('plan.cancel.title')}
      confirm={t('plan.cancel.confirm')}
      onConfirm={cancel}
      onClose={onClose}
      isPending={isPending}
      isDisabled={reason.trim() === ''}
      destructive
      error={error}
    >
      <Text as="p">{t('plan.cancel.effect')}</Text>
      <TextAreaField
        label={t('plan.reason.label')}
        isRequired
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
};
