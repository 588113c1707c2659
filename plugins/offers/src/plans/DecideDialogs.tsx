import { Text, TextAreaField } from '@backstage/ui';
import type { Plan, Verdict } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useAct } from '../data/useCall';
import { useIdempotencyKey } from '../data/useIdempotencyKey';
import { ActionDialog } from '../parts/ActionDialog';
import { Facts } from '../parts/Facts';
import { useToast } from '../parts/useToast';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useT, useWords } from '../words/useWords';
import { audienceFacts } from './audienceFacts';

interface DialogProps {
  plan: Plan;
  onClose: () => void;
}

/**
 * Takes the decision on the content that was shown when the dialog opened: the page behind refreshes by
 * itself, and an approval must not slip onto something that its giver has not seen (rule 3).
 */
function useDecision({ plan, onClose }: DialogProps) {
  const { t, verdict: verdictIn } = useWords();
  const toast = useToast();
  const [shown] = useState(plan);
  const [idempotencyKey, settleKey] = useIdempotencyKey();
  const { mutate, isPending, error } = useAct('decide');
  const decide = (verdict: Verdict, reason?: string) =>
    mutate(
      {
        params: { id: plan.id },
        body: { verdict, contentHash: shown.contentHash, ...(reason ? { reason } : {}) },
        idempotencyKey,
      },
      {
        onSuccess: () => {
          toast(t('plan.decide.done', { verdict: verdictIn(verdict).label, title: plan.title }));
          onClose();
        },
        onError: settleKey,
      },
    );
  return { shown, decide, isPending, error };
}

/** Asks whether to approve, with what it opens to whom and when. */
export const ApproveDialog = (props: DialogProps) => {
  const { t, margin: marginIn } = useWords();
  const { shown, decide, isPending, error } = useDecision(props);
  return (
    <ActionDialog
      title={t('plan.approve.title', { title: shown.title })}
      confirm={t('plan.approve.confirm')}
      onConfirm={() => decide('approve')}
      onClose={props.onClose}
      isPending={isPending}
      error={error}
    >
      {shown.impact.map(impact => (
        <Facts
          key={impact.offerId}
          facts={[
            [t('plans.offer'), impact.title],
            [
              t(impact.kind === 'end' ? 'plan.impact.toldFrom' : 'plan.approve.from'),
              <When key="from" at={impact.from} />,
            ],
            [t('plan.impact.until'), impact.until && <When at={impact.until} />],
            ...audienceFacts(impact, t),
            ...impact.margins.map(
              margin =>
                [
                  t('plan.approve.margin', { currency: margin.currency }),
                  marginIn(margin),
                ] as const,
            ),
          ]}
        />
      ))}
      {shown.onBehalfOf && (
        <Text as="p">
          {t('plan.approve.for', { who: <Who entityRef={shown.onBehalfOf} plain /> })}
        </Text>
      )}
      <Text as="p" color="secondary">
        {t('plan.approve.counts')}
      </Text>
    </ActionDialog>
  );
};

/** Asks for the reason of a decision that sends the plan back or ends it. */
export const ReasonDialog = (props: DialogProps & { verdict: 'reject' | 'request-changes' }) => {
  const t = useT();
  const { decide, isPending, error } = useDecision(props);
  const [reason, setReason] = useState('');
  return (
    <ActionDialog
      title={t(`plan.${props.verdict}.title`)}
      confirm={t(`plan.${props.verdict}.confirm`)}
      onConfirm={() => decide(props.verdict, reason.trim())}
      onClose={props.onClose}
      isPending={isPending}
      isDisabled={reason.trim() === ''}
      destructive={props.verdict === 'reject'}
      error={error}
    >
      <Text as="p">{t(`plan.${props.verdict}.effect`)}</Text>
      <TextAreaField
        label={t('plan.reason.label')}
        isRequired
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
};
