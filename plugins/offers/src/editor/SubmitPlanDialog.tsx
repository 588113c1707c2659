import { Text } from '@backstage/ui';
import {
  isBlocking,
  offersPlanSchema,
  type CallInput,
  type ManagedOffer,
  type Plan,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { useAct } from '../data/useCall';
import { useIdempotencyKey } from '../data/useIdempotencyKey';
import { PlanFields } from '../forms/PlanFields';
import { schemaResolver } from '../forms/schemaResolver';
import { ActionDialog } from '../parts/ActionDialog';
import { CheckList } from '../parts/CheckList';
import { useToast } from '../parts/useToast';
import { useLinks } from '../shell/useLinks';
import { readersZone, tomorrowAtNine } from '../words/dates';
import { useT } from '../words/useWords';

interface SubmitPlanDialogProps {
  offer: ManagedOffer;
  onClose: () => void;
}

/**
 * Creates the plan, submits it, and goes to its page. When submitting is refused, the plan stays as a
 * draft: trying again submits that one and makes no second.
 */
function useSubmitPlan({ onClose }: SubmitPlanDialogProps) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const links = useLinks();
  const [created, setCreated] = useState<Plan>();
  const [idempotencyKey, settleKey] = useIdempotencyKey();
  const creating = useAct('createPlan');
  const submitting = useAct('submitPlan');

  const submit = (plan: Plan) =>
    submitting.mutate(
      { params: { id: plan.id }, revision: plan.revision },
      {
        onSuccess: () => {
          toast(t('handIn.done', { title: plan.title }));
          onClose();
          navigate(links.plan(plan.id));
        },
      },
    );
  const start = (body: CallInput<'createPlan'>['body']) => {
    if (created) {
      submit(created);
      return;
    }
    creating.mutate(
      { body, idempotencyKey },
      {
        onSuccess: plan => {
          setCreated(plan);
          submit(plan);
        },
        onError: settleKey,
      },
    );
  };
  return {
    start,
    created,
    isPending: creating.isPending || submitting.isPending,
    error: submitting.error ?? creating.error,
  };
}

function defaults({ id, title, versions }: ManagedOffer) {
  const zone = readersZone();
  return {
    scenario: versions.length > 0 ? ('change' as const) : ('new' as const),
    title,
    offerIds: [id],
    release: { local: tomorrowAtNine(new Date(), zone), zone },
    note: '',
  };
}

/** Puts the offer into a release plan and hands it to the approvers. */
export const SubmitPlanDialog = (props: SubmitPlanDialogProps) => {
  const { offer, onClose } = props;
  const t = useT();
  const { start, created, isPending, error } = useSubmitPlan(props);
  const form = useForm({
    defaultValues: defaults(offer),
    resolver: schemaResolver(offersPlanSchema),
  });
  const missing = offer.draft?.completeness.filter(isBlocking) ?? [];
  return (
    <ActionDialog
      title={t('handIn.title')}
      confirm={t(created ? 'handIn.again' : 'handIn.confirm')}
      onConfirm={form.handleSubmit(start)}
      onClose={onClose}
      isPending={isPending}
      isDisabled={missing.length > 0}
      error={error}
    >
      {missing.length > 0 && (
        <>
          <Text as="p">{t('handIn.needs')}</Text>
          <CheckList
            label={t('handIn.missing')}
            checks={missing.map(({ id, title, remedy }) => ({
              id,
              holds: false,
              sentence: title,
              remedy,
            }))}
          />
        </>
      )}
      {created ? (
        <Text as="p">{t('handIn.made', { title: created.title })}</Text>
      ) : (
        <FormProvider {...form}>
          <PlanFields />
        </FormProvider>
      )}
    </ActionDialog>
  );
};
