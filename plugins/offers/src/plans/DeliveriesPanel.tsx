import { Button, Link, Text } from '@backstage/ui';
import type { DeliverySummary } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { DataTable } from '../parts/DataTable';
import { DeliveryError } from '../parts/DeliveryError';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useMe } from '../shell/useMe';
import { useStaffLinks } from '../shell/useStaffLinks';
import { deliveryStates } from '../words/states';

/** What a delivery brings, in words. */
export const deliveryKinds: Readonly<Record<DeliverySummary['kind'], string>> = {
  'approval-card': 'Approval card',
  'decision-note': 'Note in the thread',
  'outcome-notice': 'Notice of the outcome',
  reminder: 'Reminder',
  'break-glass-notice': 'Notice of an approval in an emergency',
  'plan-comment': 'Question or answer',
  announcement: 'Announcement',
  'correction-note': 'Correction in the thread',
  digest: 'Digest',
  'demand-notice': 'Notice to the requester',
  'link-ended': 'Notice of an ended Slack link',
};

/** What comes next of a message that is not simply there or on its way. */
const next: Readonly<Partial<Record<DeliverySummary['state'], string>>> = {
  failed:
    'It is not tried again by itself, so that nothing is said twice. Once that is mended, who looks after messages sends it again.',
  unclear: 'The bot is looking whether it arrived before it sends it again.',
  withheld: 'It was not sent on purpose.',
};

const Outcome = ({ delivery: { state, error } }: { delivery: DeliverySummary }) => {
  const { operations } = useStaffLinks();
  const { may } = useMe();
  return (
    <>
      <StateBadge {...deliveryStates[state]} />
      {error && <DeliveryError error={error} />}
      {next[state] && (
        <Text as="p" variant="body-small" color="secondary">
          {next[state]}
        </Text>
      )}
      {state === 'failed' && may('manageDeliveries') && (
        <Link href={operations}>Send it again…</Link>
      )}
    </>
  );
};

const Target = ({ target }: { target: string }) =>
  target.includes(':') ? <Who entityRef={target} plain /> : <>{target || 'No channel'}</>;

/** Whether a message is worth a line of its own: a new one, or one that somebody should look at. */
function isNews({ act, state }: DeliverySummary): boolean {
  return act === 'post' || next[state] !== undefined;
}

/** What was sent, or is about to be, and what became of it; redrawn cards and replies when asked for. */
export const DeliveriesPanel = ({
  deliveries,
  note = 'What the plan sends to people, and whether it arrived.',
}: {
  deliveries: readonly DeliverySummary[];
  note?: string;
}) => {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? deliveries : deliveries.filter(isNews);
  return (
    <Panel title="Messages" note={note}>
      {deliveries.length === 0 ? (
        <Text color="secondary">Nothing has been sent yet.</Text>
      ) : (
        <DataTable
          caption="Messages"
          rows={shown}
          keyOf={({ id }) => id}
          columns={[
            {
              label: 'Message',
              cell: ({ kind, act }) =>
                `${deliveryKinds[kind]}${act === 'update' ? ', redrawn' : ''}`,
            },
            { label: 'To', cell: ({ target }) => <Target target={target} /> },
            { label: 'When', cell: ({ sentAt, dueAt }) => <When at={sentAt ?? dueAt} /> },
            { label: 'State', cell: delivery => <Outcome delivery={delivery} /> },
          ]}
        />
      )}
      {shown.length < deliveries.length && (
        <Button variant="tertiary" size="small" onPress={() => setWhole(true)}>
          {`Show all ${deliveries.length}, redrawn cards and replies too`}
        </Button>
      )}
    </Panel>
  );
};
