import { Text } from '@backstage/ui';
import { planHeadPatchSchema, type Plan } from '@offerdesk/backstage-plugin-offers-common';
import { FormProvider, useForm } from 'react-hook-form';
import { useAct } from '../data/useCall';
import { PlanFields } from '../forms/PlanFields';
import { schemaResolver } from '../forms/schemaResolver';
import { ActionDialog } from '../parts/ActionDialog';
import { useToast } from '../parts/useToast';
import { localInZone } from '../words/dates';
import { useT } from '../words/useWords';

/** Changes title, release date or note of a plan; a new date voids approvals. */
export const EditPlanDialog = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const t = useT();
  const toast = useToast();
  const { mutate, isPending, error } = useAct('patchPlan');
  const form = useForm({
    defaultValues: {
      title: plan.title,
      release: { local: localInZone(plan.releaseAt, plan.releaseZone), zone: plan.releaseZone },
      note: plan.note,
    },
    resolver: schemaResolver(planHeadPatchSchema),
  });
  const save = form.handleSubmit(body =>
    mutate(
      { params: { id: plan.id }, revision: plan.revision, body },
      {
        onSuccess: () => {
          toast(t('plan.edit.done'));
          onClose();
        },
      },
    ),
  );
  return (
    <ActionDialog
      title={t('plan.edit.title')}
      confirm={t('plan.edit.confirm')}
      onConfirm={save}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      {plan.approval.given > 0 && <Text as="p">{t('plan.edit.voids')}</Text>}
      <FormProvider {...form}>
        <PlanFields />
      </FormProvider>
    </ActionDialog>
  );
};
