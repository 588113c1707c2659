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
  const toast = useToast();
  const [implementers, setImplementers] = useState<string[]>(plan.implementers);
  const { mutate, isPending, error } = useAct('implementPlan');
  const begin = () =>
    mutate(
      { params: { id: plan.id }, revision: plan.revision, body: { implementers } },
      {
        onSuccess: () => {
          toast(`Being implemented: ${plan.title}.`);
          onClose();
        },
      },
    );
  const faults = fieldsOf(error);
  return (
    <ActionDialog
      title={`Begin to implement ${plan.title}?`}
      confirm="Begin"
      onConfirm={begin}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">
        Who implements a change cannot approve it, also when it has to be approved again.
      </Text>
      <RefList
        label="Who implements it"
        description="People of the software catalogue; you may name none."
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
  const { plan, onClose } = props;
  const { run, isPending, error } = useStageAct('readyPlan', props);
  const missing = plan.gate.criteria.filter(isBlocking);
  return (
    <ActionDialog
      title={`Is ${plan.title} ready to be published?`}
      confirm="It is ready"
      onConfirm={() => run(`Ready to publish: ${plan.title}.`)}
      onClose={onClose}
      isPending={isPending}
      isDisabled={missing.length > 0}
      error={error}
    >
      {missing.length > 0 ? (
        <CheckList
          label="Missing"
          checks={missing.map(({ id, title, remedy }, index) => ({
            id: `${index} ${id}`,
            holds: false,
            sentence: title,
            remedy,
          }))}
        />
      ) : (
        <Text as="p">
          The content is within what was approved, and everything it refers to is there. After this
          it can be published.
        </Text>
      )}
    </ActionDialog>
  );
};

/** Tells Operations, Support and Consumer managers the date. */
export const TellDialog = (props: DialogProps) => {
  const { plan, onClose } = props;
  const { run, isPending, error } = useStageAct('tellStakeholders', props);
  return (
    <ActionDialog
      title="Tell them the date?"
      confirm="Tell them"
      onConfirm={() => run('They are being told the date.')}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">
        Operations, Support and Consumer managers who may see what comes are told that it comes on{' '}
        <When at={plan.releaseAt} />. Who was told this date already is not told again.
      </Text>
    </ActionDialog>
  );
};

/** Approves alone, in an emergency; every approver is told. */
export const BreakGlassDialog = ({ plan, onClose }: DialogProps) => {
  const [shown] = useState(plan);
  const { run, isPending, error } = useIntent('breakGlass', {
    done: `Approved in an emergency: ${plan.title}.`,
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={`Approve ${shown.title} alone?`}
      confirm="Approve alone"
      label="What the emergency is"
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
      <Text as="p">
        This is for an emergency: the plan is approved by you alone, for exactly what this page
        shows. Every approver is told at once, and the audit log keeps your reason.
      </Text>
    </ReasonDialog>
  );
};
