import { Text } from '@backstage/ui';
import { isBlocking, type Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { fieldsOf } from '../data/problems';
import { useAct } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { ReasonDialog } from '../forms/ReasonDialog';
import { RefList } from '../forms/RefList';
import { ActionDialog } from '../parts/ActionDialog';
import { CheckList } from '../parts/CheckList';
import { PlainList } from '../parts/PlainList';
import { useToast } from '../parts/useToast';
import { When } from '../parts/When';
import { useT } from '../words/useWords';

interface DialogProps {
  plan: Plan;
  onClose: () => void;
}

/** An act on the plan as it was read, told in a sentence. */
function useStageAct(id: 'readyPlan' | 'tellStakeholders', { plan, onClose }: DialogProps) {
  const toast = useToast();
  const { mutate, isPending, error } = useAct(id);
  const run = (done: string) =>
    mutate(
      { params: { id: plan.id }, revision: plan.revision },
      {
        onSuccess: () => {
          toast(done);
          onClose();
        },
      },
    );
  return { run, isPending, error };
}

/** Begins the Implement stage, and names who implements: they cannot decide on the plan any more. */
export const ImplementDialog = ({ plan, onClose }: DialogProps) => {
  const t = useT();
  const toast = useToast();
  const [implementers, setImplementers] = useState<string[]>(plan.implementers);
  const { mutate, isPending, error } = useAct('implementPlan');
  const begin = () =>
    mutate(
      { params: { id: plan.id }, revision: plan.revision, body: { implementers } },
      {
        onSuccess: () => {
          toast(t('plan.implement.done', { title: plan.title }));
          onClose();
        },
      },
    );
  const faults = fieldsOf(t, error);
  return (
    <ActionDialog
      title={t('plan.implement.title', { title: plan.title })}
      confirm={t('plan.implement.confirm')}
      onConfirm={begin}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">{t('plan.implement.effect')}</Text>
      <RefList
        label={t('plan.implement.who')}
        description={t('plan.implement.whoNote')}
        kinds={['user']}
        value={implementers}
        onChange={setImplementers}
      />
      {faults.length > 0 && (
        <PlainList>
          {faults.map(({ field, remedy }) => (
            <li key={field}>{remedy}</li>
          ))}
        </PlainList>
      )}
    </ActionDialog>
  );
};

/** Ends the Implement stage when its criteria are met. */
export const ReadyDialog = (props: DialogProps) => {
  const t = useT();
  const { plan, onClose } = props;
  const { run, isPending, error } = useStageAct('readyPlan', props);
  const missing = plan.gate.criteria.filter(isBlocking);
  return (
    <ActionDialog
      title={t('plan.ready.title', { title: plan.title })}
      confirm={t('plan.ready.confirm')}
      onConfirm={() => run(t('plan.ready.done', { title: plan.title }))}
      onClose={onClose}
      isPending={isPending}
      isDisabled={missing.length > 0}
      error={error}
    >
      {missing.length > 0 ? (
        <CheckList
          label={t('plan.ready.missing')}
          checks={missing.map(({ id, title, remedy }, index) => ({
            id: `${index} ${id}`,
            holds: false,
            sentence: title,
            remedy,
          }))}
        />
      ) : (
        <Text as="p">{t('plan.ready.effect')}</Text>
      )}
    </ActionDialog>
  );
};

/** Tells Operations, Support and Consumer managers the date. */
export const TellDialog = (props: DialogProps) => {
  const t = useT();
  const { plan, onClose } = props;
  const { run, isPending, error } = useStageAct('tellStakeholders', props);
  return (
    <ActionDialog
      title={t('plan.tell.title')}
      confirm={t('plan.tell.confirm')}
      onConfirm={() => run(t('plan.tell.done'))}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">{t('plan.tell.effect', { when: <When at={plan.releaseAt} /> })}</Text>
    </ActionDialog>
  );
};

/** Approves alone, in an emergency; every approver is told. */
export const BreakGlassDialog = ({ plan, onClose }: DialogProps) => {
  const t = useT();
  const [shown] = useState(plan);
  const { run, isPending, error } = useIntent('breakGlass', {
    done: t('plan.break-glass.done', { title: plan.title }),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t('plan.break-glass.title', { title: shown.title })}
      confirm={t('plan.break-glass.confirm')}
      label={t('plan.break-glass.label')}
      destructive
      onConfirm={reason =>
        run(idempotencyKey => ({
          params: { id: shown.id },
          body: { contentHash: shown.contentHash, reason },
          idempotencyKey,
        }))
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">{t('plan.break-glass.effect')}</Text>
    </ReasonDialog>
  );
};
