import { Text, TextAreaField, TextField } from '@backstage/ui';
import { patchPlanSchema, type Plan } from '@offerdesk/backstage-plugin-offers-common';
import { Controller, useForm } from 'react-hook-form';
import { useAct } from '../data/useCall';
import { ReleaseTimeFields } from '../forms/ReleaseTimeFields';
import { schemaResolver } from '../forms/schemaResolver';
import { ActionDialog } from '../parts/ActionDialog';
import { useToast } from '../parts/useToast';
import { localInZone } from '../words/dates';

/** Changes title, release date or note of a plan; a new date voids approvals. */
export const EditPlanDialog = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const toast = useToast();
  const { mutate, isPending, error } = useAct('patchPlan');
  const { control, handleSubmit, formState } = useForm({
    defaultValues: {
      title: plan.title,
      release: { local: localInZone(plan.releaseAt, plan.releaseZone), zone: plan.releaseZone },
      note: plan.note,
    },
    resolver: schemaResolver(patchPlanSchema),
  });
  const save = handleSubmit(body =>
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
      <Controller
        control={control}
        name="title"
        render={({ field: { ref, disabled, ...field }, fieldState }) => (
          <TextField
            {...field}
            label="Title"
            isRequired
            validationBehavior="aria"
            validate={() => fieldState.error?.message ?? null}
          />
        )}
      />
      <Controller
        control={control}
        name="release"
        render={({ field }) => (
          <ReleaseTimeFields
            value={field.value}
            onChange={field.onChange}
            error={formState.errors.release?.local?.message}
          />
        )}
      />
      <Controller
        control={control}
        name="note"
        render={({ field: { ref, disabled, ...field }, fieldState }) => (
          <TextAreaField
            {...field}
            label="Note to the approvers"
            validationBehavior="aria"
            validate={() => fieldState.error?.message ?? null}
          />
        )}
      />
    </ActionDialog>
  );
};
