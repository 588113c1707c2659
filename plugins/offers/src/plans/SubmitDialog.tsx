import { Text } from '@backstage/ui';
import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useAct } from '../data/useCall';
import { ActionDialog } from '../parts/ActionDialog';
import { useToast } from '../parts/useToast';
import { When } from '../parts/When';
import { WhoList } from '../parts/Who';
import { useT } from '../words/useWords';

/** Asks whether to hand the plan to its approvers. */
export const SubmitDialog = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const t = useT();
  const toast = useToast();
  const { mutate, isPending, error } = useAct('submitPlan');
  const submit = () =>
    mutate(
      { params: { id: plan.id }, revision: plan.revision },
      {
        onSuccess: () => {
          toast(t('plan.submit.done', { title: plan.title }));
          onClose();
        },
      },
    );
  return (
    <ActionDialog
      title={t('plan.submit.title', { title: plan.title })}
      confirm={t('plan.submit.confirm')}
      onConfirm={submit}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">{t('plan.submit.asked', { who: <WhoList refs={plan.approvers} /> })}</Text>
      <Text as="p">{t('plan.submit.release', { when: <When at={plan.releaseAt} /> })}</Text>
    </ActionDialog>
  );
};
