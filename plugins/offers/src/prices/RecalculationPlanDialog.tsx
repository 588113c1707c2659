import { Text } from '@backstage/ui';
import { useIntent } from '../data/useIntent';
import { NewPlanFields, useGoToPlan, useNewPlan } from '../forms/NewPlanFields';
import { ActionDialog } from '../parts/ActionDialog';
import { useT } from '../words/useWords';
import type { previewOf } from './recalculationForm';

type Asked = NonNullable<ReturnType<typeof previewOf>>;

/** Makes one plan of the new prices. */
export const RecalculationPlanDialog = ({
  asked,
  leaveOut,
  onClose,
}: {
  asked: Asked;
  leaveOut: readonly string[];
  onClose: () => void;
}) => {
  const t = useT();
  const { plan, fields } = useNewPlan();
  const { run, isPending, error } = useIntent('planRecalculation', {
    done: ({ title }) => t('prices.made', { title }),
    onDone: useGoToPlan(),
  });
  return (
    <ActionDialog
      title={t('prices.planTitle')}
      confirm={t('prices.planConfirm')}
      onConfirm={() =>
        run(idempotencyKey => ({
          body: {
            ...asked,
            leaveOut: [...leaveOut],
            release: plan.release,
            ...(plan.title ? { title: plan.title } : {}),
          },
          idempotencyKey,
        }))
      }
      onClose={onClose}
      isPending={isPending}
      isDisabled={!plan.release.local}
      error={error}
    >
      <Text as="p">{t('prices.planNote')}</Text>
      <NewPlanFields {...fields} untitled={t('prices.untitled')} />
    </ActionDialog>
  );
};
