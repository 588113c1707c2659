import { Select, Text, TextAreaField } from '@backstage/ui';
import {
  DEMAND_PRIORITIES,
  oneOf,
  type Demand,
  type DemandPriority,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { fieldsOf } from '../data/problems';
import { useAct, useCall } from '../data/useCall';
import { EntityBox } from '../editor/fields/EntityBox';
import { ReasonDialog } from '../forms/ReasonDialog';
import { ActionDialog } from '../parts/ActionDialog';
import { useToast } from '../parts/useToast';
import { planStates } from '../words/states';
import { priorities } from './words';

interface DialogProps {
  demand: Demand;
  onClose: () => void;
}

/** Says what was done, and closes the dialog. */
function useDone({ onClose }: DialogProps) {
  const toast = useToast();
  return (sentence: string) => ({
    onSuccess: () => {
      toast(sentence);
      onClose();
    },
  });
}

/** Says how much a demand matters, and who takes care of it. */
export const TriageDialog = (props: DialogProps) => {
  const { demand, onClose } = props;
  const done = useDone(props);
  const [priority, setPriority] = useState<DemandPriority>(demand.priority ?? 'medium');
  const [assignee, setAssignee] = useState(demand.assignee ?? '');
  const [note, setNote] = useState(demand.triageNote ?? '');
  const { mutate, isPending, error } = useAct('triageDemand');
  const fault = fieldsOf(error).find(({ field }) => field.endsWith('assignee'))?.remedy;
  return (
    <ActionDialog
      title="Weigh this demand"
      confirm="Keep"
      onConfirm={() =>
        mutate(
          {
            params: { id: demand.id },
            revision: demand.revision,
            body: { priority, note, ...(assignee.trim() ? { assignee: assignee.trim() } : {}) },
          },
          done('The demand is weighed.'),
        )
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Select
        label="Priority"
        value={priority}
        onChange={key => {
          const chosen = oneOf(DEMAND_PRIORITIES, key);
          if (chosen) setPriority(chosen);
        }}
        options={Object.entries(priorities).map(([id, { label }]) => ({ id, label }))}
      />
      <EntityBox
        label="Who takes care of it"
        description="A person or a group; empty for nobody yet."
        kinds={['user', 'group']}
        value={assignee}
        onChange={setAssignee}
        error={fault}
      />
      <TextAreaField label="Note" value={note} onChange={setNote} maxLength={2000} />
    </ActionDialog>
  );
};

/** Declines a demand, with the reason that its requester reads. */
export const DeclineDialog = (props: DialogProps) => {
  const { demand, onClose } = props;
  const done = useDone(props);
  const { mutate, isPending, error } = useAct('declineDemand');
  return (
    <ReasonDialog
      title="Decline this demand?"
      confirm="Decline"
      destructive
      onConfirm={reason =>
        mutate(
          { params: { id: demand.id }, revision: demand.revision, body: { reason } },
          done(`Declined: ${demand.title}.`),
        )
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">Whoever raised it reads your reason. It can be opened again.</Text>
    </ReasonDialog>
  );
};

/** Opens a declined demand again. */
export const ReopenDialog = (props: DialogProps) => {
  const { demand, onClose } = props;
  const done = useDone(props);
  const { mutate, isPending, error } = useAct('reopenDemand');
  return (
    <ReasonDialog
      title="Open this demand again?"
      confirm="Open again"
      onConfirm={reason =>
        mutate(
          { params: { id: demand.id }, revision: demand.revision, body: { reason } },
          done(`Open again: ${demand.title}.`),
        )
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    />
  );
};

const MERGEABLE = ['raised', 'triaged', 'planned'] as const;

/** Demands into which this one can be merged: those under way, the ones of its kind first. */
function useOthers(demand: Demand) {
  const query = (state: (typeof MERGEABLE)[number]) => ({ query: { state, limit: 100 } });
  const raised = useCall('listDemands', query('raised'));
  const triaged = useCall('listDemands', query('triaged'));
  const planned = useCall('listDemands', query('planned'));
  return [raised, triaged, planned]
    .flatMap(({ data }) => data?.items ?? [])
    .filter(({ id }) => id !== demand.id)
    .sort((a, b) => Number(b.kind === demand.kind) - Number(a.kind === demand.kind));
}

/** Merges a demand into another that asks for the same. */
export const MergeDialog = (props: DialogProps) => {
  const { demand, onClose } = props;
  const done = useDone(props);
  const others = useOthers(demand);
  const [into, setInto] = useState<string>();
  const { mutate, isPending, error } = useAct('mergeDemand');
  return (
    <ActionDialog
      title="Merge into another demand"
      confirm="Merge"
      onConfirm={() =>
        into &&
        mutate(
          { params: { id: demand.id }, revision: demand.revision, body: { into } },
          done(`Merged: ${demand.title}.`),
        )
      }
      onClose={onClose}
      isPending={isPending}
      isDisabled={!into}
      error={error}
    >
      <Text as="p">
        The other one is worked on; whoever raised this one is told what becomes of it.
      </Text>
      {others.length === 0 ? (
        <Text color="secondary">There is no other demand under way.</Text>
      ) : (
        <Select
          label="The other demand"
          value={into ?? null}
          onChange={key => setInto(key === null ? undefined : String(key))}
          options={others.map(({ id, title }) => ({ id, label: title }))}
          search={{ placeholder: 'Search demand' }}
        />
      )}
    </ActionDialog>
  );
};

const UNDER_WAY = ['draft', 'submitted', 'changes-requested', 'approved', 'implementing'] as const;

function usePlansUnderWay() {
  const query = (state: (typeof UNDER_WAY)[number]) => ({ query: { state, limit: 50 } });
  const drafts = useCall('listPlans', query('draft'));
  const submitted = useCall('listPlans', query('submitted'));
  const back = useCall('listPlans', query('changes-requested'));
  const approved = useCall('listPlans', query('approved'));
  const implementing = useCall('listPlans', query('implementing'));
  return [drafts, submitted, back, approved, implementing].flatMap(({ data }) => data?.items ?? []);
}

/** Says which plan under way fulfils a demand. */
export const PlanDemandDialog = (props: DialogProps) => {
  const { demand, onClose } = props;
  const done = useDone(props);
  const plans = usePlansUnderWay();
  const [planId, setPlanId] = useState<string>();
  const { mutate, isPending, error } = useAct('planDemand');
  return (
    <ActionDialog
      title="Which plan fulfils it?"
      confirm="This one"
      onConfirm={() =>
        planId &&
        mutate(
          { params: { id: demand.id }, revision: demand.revision, body: { planId } },
          done('The demand is in the plan.'),
        )
      }
      onClose={onClose}
      isPending={isPending}
      isDisabled={!planId}
      error={error}
    >
      {plans.length === 0 ? (
        <Text color="secondary">No plan is under way; make one of it instead.</Text>
      ) : (
        <Select
          label="Plan"
          value={planId ?? null}
          onChange={key => setPlanId(key === null ? undefined : String(key))}
          options={plans.map(({ id, title, state }) => ({
            id,
            label: `${title} (${planStates[state].label.toLowerCase()})`,
          }))}
          search={{ placeholder: 'Search plans' }}
        />
      )}
    </ActionDialog>
  );
};
