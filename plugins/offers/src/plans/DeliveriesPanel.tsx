import { Button, Text } from '@backstage/ui';
import type { DeliverySummary } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
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
};

/** What a person can do about a delivery that did not arrive. */
const remedies: Readonly<Partial<Record<DeliverySummary['state'], string>>> = {
  failed:
    'It is not tried again by itself. Mend what the message says, such as the channel or the bot’s access to it, then tell the people yourself.',
  unclear: 'The bot is looking whether it arrived before it sends it again.',
  withheld: 'It was not sent on purpose; the reason is beside it.',
};

const Outcome = ({ delivery }: { delivery: DeliverySummary }) => (
  <>
    <StateBadge {...deliveryStates[delivery.state]} />
    {delivery.error && <Text as="p">{delivery.error}</Text>}
    {remedies[delivery.state] && (
      <Text as="p" variant="body-small" color="secondary">
        {remedies[delivery.state]}
      </Text>
    )}
  </>
);

const Target = ({ target }: { target: string }) =>
  target.includes(':') ? <Who entityRef={target} plain /> : <>{target}</>;

/** Whether a message is worth a line of its own: a new one, or one that somebody should look at. */
function isNews({ act, state }: DeliverySummary): boolean {
  return act === 'post' || remedies[state] !== undefined;
}

/** What was sent, or is about to be, and what became of it; redrawn cards and replies when asked for. */
export const DeliveriesPanel = ({ deliveries }: { deliveries: readonly DeliverySummary[] }) => {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? deliveries : deliveries.filter(isNews);
  return (
    <Panel title="Messages" note="What the plan sends to people, and whether it arrived.">
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
