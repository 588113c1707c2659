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
import { useT, useWords } from '../words/useWords';

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
  const t = useT();
  const { demand, onClose } = props;
  const done = useDone(props);
  const [priority, setPriority] = useState<DemandPriority>(demand.priority ?? 'medium');
  const [assignee, setAssignee] = useState(demand.assignee ?? '');
  const [note, setNote] = useState(demand.triageNote ?? '');
  const { mutate, isPending, error } = useAct('triageDemand');
  const fault = fieldsOf(t, error).find(({ field }) => field.endsWith('assignee'))?.remedy;
  return (
    <ActionDialog
      title={t('triage.title')}
      confirm={t('triage.confirm')}
      onConfirm={() =>
        mutate(
          {
            params: { id: demand.id },
            revision: demand.revision,
            body: { priority, note, ...(assignee.trim() ? { assignee: assignee.trim() } : {}) },
          },
          done(t('triage.done')),
        )
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Select
        label={t('demand.priority')}
        value={priority}
        onChange={key => {
          const chosen = oneOf(DEMAND_PRIORITIES, key);
          if (chosen) setPriority(chosen);
        }}
        options={DEMAND_PRIORITIES.map(id => ({ id, label: t(`priority.${id}`) }))}
      />
      <EntityBox
        label={t('triage.assignee')}
        description={t('triage.assigneeNote')}
        kinds={['user', 'group']}
        value={assignee}
        onChange={setAssignee}
        error={fault}
      />
      <TextAreaField label={t('demand.note')} value={note} onChange={setNote} maxLength={2000} />
    </ActionDialog>
  );
};

/** Declines a demand, with the reason that its requester reads. */
export const DeclineDialog = (props: DialogProps) => {
  const t = useT();
  const { demand, onClose } = props;
  const done = useDone(props);
  const { mutate, isPending, error } = useAct('declineDemand');
  return (
    <ReasonDialog
      title={t('decline.title')}
      confirm={t('decline.confirm')}
      destructive
      onConfirm={reason =>
        mutate(
          { params: { id: demand.id }, revision: demand.revision, body: { reason } },
          done(t('decline.done', { title: demand.title })),
        )
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">{t('decline.effect')}</Text>
    </ReasonDialog>
  );
};

/** Opens a declined demand again. */
export const ReopenDialog = (props: DialogProps) => {
  const t = useT();
  const { demand, onClose } = props;
  const done = useDone(props);
  const { mutate, isPending, error } = useAct('reopenDemand');
  return (
    <ReasonDialog
      title={t('reopen.title')}
      confirm={t('reopen.confirm')}
      onConfirm={reason =>
        mutate(
          { params: { id: demand.id }, revision: demand.revision, body: { reason } },
          done(t('reopen.done', { title: demand.title })),
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
  const t = useT();
  const { demand, onClose } = props;
  const done = useDone(props);
  const others = useOthers(demand);
  const [into, setInto] = useState<string>();
  const { mutate, isPending, error } = useAct('mergeDemand');
  return (
    <ActionDialog
      title={t('merge.title')}
      confirm={t('merge.confirm')}
      onConfirm={() =>
        into &&
        mutate(
          { params: { id: demand.id }, revision: demand.revision, body: { into } },
          done(t('merge.done', { title: demand.title })),
        )
      }
      onClose={onClose}
      isPending={isPending}
      isDisabled={!into}
      error={error}
    >
      <Text as="p">{t('merge.effect')}</Text>
      {others.length === 0 ? (
        <Text color="secondary">{t('merge.none')}</Text>
      ) : (
        <Select
          label={t('merge.other')}
          value={into ?? null}
          onChange={key => setInto(key === null ? undefined : String(key))}
          options={others.map(({ id, title }) => ({ id, label: title }))}
          search={{ placeholder: t('merge.search') }}
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
  const { t, planState } = useWords();
  const { demand, onClose } = props;
  const done = useDone(props);
  const plans = usePlansUnderWay();
  const [planId, setPlanId] = useState<string>();
  const { mutate, isPending, error } = useAct('planDemand');
  return (
    <ActionDialog
      title={t('fulfil.title')}
      confirm={t('fulfil.confirm')}
      onConfirm={() =>
        planId &&
        mutate(
          { params: { id: demand.id }, revision: demand.revision, body: { planId } },
          done(t('fulfil.done')),
        )
      }
      onClose={onClose}
      isPending={isPending}
      isDisabled={!planId}
      error={error}
    >
      {plans.length === 0 ? (
        <Text color="secondary">{t('fulfil.none')}</Text>
      ) : (
        <Select
          label={t('demand.plan')}
          value={planId ?? null}
          onChange={key => setPlanId(key === null ? undefined : String(key))}
          options={plans.map(({ id, title, state }) => ({
            id,
            label: t('demand.planIs', { title, state: planState(state).label }),
          }))}
          search={{ placeholder: t('fulfil.search') }}
        />
      )}
    </ActionDialog>
  );
};
