import { Text } from '@backstage/ui';
import { patchPlanSchema, type Plan } from '@offerdesk/backstage-plugin-offers-common';
import { FormProvider, useForm } from 'react-hook-form';
import { useAct } from '../data/useCall';
import { PlanFields } from '../forms/PlanFields';
import { schemaResolver } from '../forms/schemaResolver';
import { ActionDialog } from '../parts/ActionDialog';
import { useToast } from '../parts/useToast';
import { localInZone } from '../words/dates';

/** Changes title, release date or note of a plan; a new date voids approvals. */
export const EditPlanDialog = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const toast = useToast();
  const { mutate, isPending, error } = useAct('patchPlan');
  const form = useForm({
    defaultValues: {
      title: plan.title,
      release: { local: localInZone(plan.releaseAt, plan.releaseZone), zone: plan.releaseZone },
      note: plan.note,
    },
    resolver: schemaResolver(patchPlanSchema),
  });
  const save = form.handleSubmit(body =>
    mutate(
      { params: { id: plan.id }, revision: plan.revision, body },
      {
        onSuccess: () => {
          toast('The plan is changed.');
          onClose();
        },
      },
    ),
  );
  return (
    <ActionDialog
      title="Change the plan"
      confirm="Save"
      onConfirm={save}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      {plan.approval.given > 0 && (
        <Text as="p">
          Another date voids the approvals that were given; they are asked for again.
        </Text>
      )}
      <FormProvider {...form}>
        <PlanFields />
      </FormProvider>
    </ActionDialog>
  );
};
