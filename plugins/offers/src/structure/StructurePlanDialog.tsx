import { useIntent } from '../data/useIntent';
import { NewPlanFields, useGoToPlan, useNewPlan } from '../forms/NewPlanFields';
import { ActionDialog } from '../parts/ActionDialog';
import { Remedies } from '../parts/Remedies';
import { useT } from '../words/useWords';
import type { Change } from './treeDraft';

/** Makes a plan of the changes: nothing of the structure changes but by one. */
export const StructurePlanDialog = ({
  changes,
  onPlanned,
  onClose,
}: {
  changes: readonly Change[];
  onPlanned: () => void;
  onClose: () => void;
}) => {
  const t = useT();
  const { plan, fields } = useNewPlan();
  const goToPlan = useGoToPlan();
  const { run, isPending, error } = useIntent('createPlan', {
    done: ({ title }) => t('structure.planMade', { title }),
    onDone: made => {
      onPlanned();
      goToPlan(made);
    },
  });
  return (
    <ActionDialog
      title={t('structure.planTitle')}
      confirm={t('structure.planConfirm')}
      onConfirm={() =>
        run(idempotencyKey => ({
          body: { scenario: 'change', ...plan, changes: [...changes] },
          idempotencyKey,
        }))
      }
      onClose={onClose}
      isPending={isPending}
      isDisabled={!plan.title || !plan.release.local}
      error={error}
    >
      <NewPlanFields {...fields} />
      <Remedies error={error} />
    </ActionDialog>
  );
};
