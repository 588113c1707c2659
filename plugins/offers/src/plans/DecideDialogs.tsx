import { Text, TextAreaField } from '@backstage/ui';
import { marginWords, type Plan, type Verdict } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useAct } from '../data/useCall';
import { useIdempotencyKey } from '../data/useIdempotencyKey';
import { ActionDialog } from '../parts/ActionDialog';
import { Reach } from '../parts/Reach';
import { Facts } from '../parts/Facts';
import { useToast } from '../parts/useToast';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { verdicts } from '../words/states';

interface DialogProps {
  plan: Plan;
  onClose: () => void;
}

/**
 * Takes the decision on the content that was shown when the dialog opened: the page behind refreshes by
 * itself, and an approval must not slip onto something that its giver has not seen (rule 3).
 */
function useDecision({ plan, onClose }: DialogProps) {
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
          toast(`${verdicts[verdict].label}: ${plan.title}.`);
          onClose();
        },
        onError: settleKey,
      },
    );
  return { shown, decide, isPending, error };
}

/** Asks whether to approve, with what it opens to whom and when. */
export const ApproveDialog = (props: DialogProps) => {
  const { shown, decide, isPending, error } = useDecision(props);
  return (
    <ActionDialog
      title={`Approve ${shown.title}?`}
      confirm="Approve"
      onConfirm={() => decide('approve')}
      onClose={props.onClose}
      isPending={isPending}
      error={error}
    >
      {shown.impact.map(impact => (
        <Facts
          key={impact.offerId}
          facts={[
            ['Offer', impact.title],
            ['From', <When key="from" at={impact.from} />],
            ['Will see it', <Reach key="see" reach={impact.audienceGained} />],
            [
              'Will not see it any more',
              impact.audienceLost?.length ? <Reach reach={impact.audienceLost} /> : undefined,
            ],
            ['May order it', <Reach key="order" reach={impact.mayOrder} />],
            ...impact.margins.map(
              margin => [`Margin ${margin.currency}`, marginWords(margin)] as const,
            ),
          ]}
        />
      ))}
      {shown.onBehalfOf && (
        <Text as="p">
          You decide for <Who entityRef={shown.onBehalfOf} plain />, as their stand-in.
        </Text>
      )}
      <Text as="p" color="secondary">
        Your approval counts for exactly what this page shows. If it changes, you are asked again.
      </Text>
    </ActionDialog>
  );
};

const asks = {
  reject: {
    title: 'Reject this plan?',
    confirm: 'Reject',
    words: 'A rejected plan is closed. Its author reads your reason.',
  },
  'request-changes': {
    title: 'Ask for changes?',
    confirm: 'Ask for changes',
    words: 'The plan goes back to its author, who reads what you ask for and can submit it again.',
  },
} as const;

/** Asks for the reason of a decision that sends the plan back or ends it. */
export const ReasonDialog = (props: DialogProps & { verdict: 'reject' | 'request-changes' }) => {
  const { decide, isPending, error } = useDecision(props);
  const [reason, setReason] = useState('');
  const ask = asks[props.verdict];
  return (
    <ActionDialog
      title={ask.title}
      confirm={ask.confirm}
      onConfirm={() => decide(props.verdict, reason.trim())}
      onClose={props.onClose}
      isPending={isPending}
      isDisabled={reason.trim() === ''}
      destructive={props.verdict === 'reject'}
      error={error}
    >
      <Text as="p">{ask.words}</Text>
      <TextAreaField
        label="Reason"
        isRequired
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
};
