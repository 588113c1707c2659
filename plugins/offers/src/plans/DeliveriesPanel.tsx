import { Button, Link, Text } from '@backstage/ui';
import { oneOf, type DeliverySummary } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { DataTable } from '../parts/DataTable';
import { DeliveryError } from '../parts/DeliveryError';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { WhoOrWhat } from '../parts/Who';
import { useMe } from '../shell/useMe';
import { useStaffLinks } from '../shell/useStaffLinks';
import { useT, useWords } from '../words/useWords';

/** States of a message that is not simply there or on its way: what comes next is said. */
const UNUSUAL = ['failed', 'unclear', 'withheld'] as const;

const unusual = (state: DeliverySummary['state']) => oneOf(UNUSUAL, state);

const Outcome = ({ delivery: { state, error } }: { delivery: DeliverySummary }) => {
  const { t, deliveryState } = useWords();
  const next = unusual(state);
  const { operations } = useStaffLinks();
  const { may } = useMe();
  return (
    <>
      <StateBadge {...deliveryState(state)} />
      {error && <DeliveryError error={error} />}
      {next && (
        <Text as="p" variant="body-small" color="secondary">
          {t(`deliveries.${next}`)}
        </Text>
      )}
      {state === 'failed' && may('manageDeliveries') && (
        <Link href={operations}>{t('deliveries.again')}</Link>
      )}
    </>
  );
};

/** Whether a message is worth a line of its own: a new one, or one that somebody should look at. */
function isNews({ act, state }: DeliverySummary): boolean {
  return act === 'post' || unusual(state) !== undefined;
}

/** What was sent, or is about to be, and what became of it; redrawn cards and replies when asked for. */
export const DeliveriesPanel = ({
  deliveries,
  note,
}: {
  deliveries: readonly DeliverySummary[];
  /** of what they are; of a plan unless told */
  note?: string;
}) => {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? deliveries : deliveries.filter(isNews);
  return (
    <Panel title={t('deliveries.title')} note={note ?? t('deliveries.note')}>
      {deliveries.length === 0 ? (
        <Text color="secondary">{t('deliveries.none')}</Text>
      ) : (
        <DataTable
          caption={t('deliveries.title')}
          rows={shown}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t('deliveries.message'),
              cell: ({ kind, act }) =>
                act === 'update'
                  ? t('delivery.redrawn', { message: t(`delivery.${kind}`) })
                  : t(`delivery.${kind}`),
            },
            {
              label: t('deliveries.to'),
              cell: ({ target }) => <WhoOrWhat name={target || t('deliveries.noChannel')} />,
            },
            {
              label: t('deliveries.when'),
              cell: ({ sentAt, dueAt }) => <When at={sentAt ?? dueAt} />,
            },
            { label: t('deliveries.state'), cell: delivery => <Outcome delivery={delivery} /> },
          ]}
        />
      )}
      {shown.length < deliveries.length && (
        <Button variant="tertiary" size="small" onPress={() => setWhole(true)}>
          {t('deliveries.showAll', { number: String(deliveries.length) })}
        </Button>
      )}
    </Panel>
  );
};
