import { Text } from '@backstage/ui';
import type { DeliverySummary } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { deliveryStates } from '../words/states';

const kinds: Readonly<Record<DeliverySummary['kind'], string>> = {
  'approval-card': 'Approval card',
  'decision-note': 'Note in the thread',
  'outcome-notice': 'Notice of the outcome',
  announcement: 'Announcement',
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

/** What was sent, or is about to be, and what became of it. */
export const DeliveriesPanel = ({ deliveries }: { deliveries: readonly DeliverySummary[] }) => (
  <Panel title="Messages" note="What the plan sends to people, and whether it arrived.">
    {deliveries.length === 0 ? (
      <Text color="secondary">Nothing has been sent yet.</Text>
    ) : (
      <DataTable
        caption="Messages"
        rows={deliveries}
        keyOf={({ id }) => id}
        columns={[
          { label: 'Message', cell: ({ kind, act }) => `${kinds[kind]}${act === 'update' ? ', redrawn' : ''}` },
          { label: 'To', cell: ({ target }) => target },
          { label: 'When', cell: ({ sentAt, dueAt }) => <When at={sentAt ?? dueAt} /> },
          { label: 'State', cell: delivery => <Outcome delivery={delivery} /> },
        ]}
      />
    )}
  </Panel>
);
