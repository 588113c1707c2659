import { useApi } from '@backstage/core-plugin-api';
import { Button, Checkbox, Link, Text } from '@backstage/ui';
import type { FailedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { ActionDialog } from '../parts/ActionDialog';
import { DataTable } from '../parts/DataTable';
import { DeliveryError } from '../parts/DeliveryError';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { When } from '../parts/When';
import { WhoOrWhat } from '../parts/Who';
import { useLinks } from '../shell/useLinks';
import { useStaffLinks } from '../shell/useStaffLinks';
import { useT } from '../words/useWords';

/** How often the list is read again, in milliseconds. */
const REFRESH_MS = 15_000;

const RetryDialog = ({ delivery, onClose }: { delivery: FailedDelivery; onClose: () => void }) => {
  const t = useT();
  const [notThere, setNotThere] = useState(false);
  const { run, isPending, error } = useIntent('retryDelivery', {
    done: t('undelivered.done'),
    onDone: onClose,
  });
  return (
    <ActionDialog
      title={t('undelivered.ask')}
      confirm={t('undelivered.confirm')}
      onConfirm={() =>
        run(idempotencyKey => ({
          params: { id: delivery.id },
          body: { notThere },
          idempotencyKey,
        }))
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">
        {t('undelivered.messageAbout', {
          message: t(`delivery.${delivery.kind}`),
          about: delivery.about.title,
        })}
      </Text>
      {delivery.error && <DeliveryError error={delivery.error} />}
      <Text as="p">{t('undelivered.mendFirst')}</Text>
      {delivery.mayHavePosted && (
        <Checkbox isSelected={notThere} onChange={setNotThere}>
          {t('undelivered.looked')}
        </Checkbox>
      )}
    </ActionDialog>
  );
};

const About = ({ delivery: { about } }: { delivery: FailedDelivery }) => {
  const links = useLinks();
  const staff = useStaffLinks();
  if (about.planId) return <Link href={links.plan(about.planId)}>{about.title}</Link>;
  if (about.demandId) return <Link href={staff.demand(about.demandId)}>{about.title}</Link>;
  return <>{about.title}</>;
};

/** Messages of every offer and plan that did not arrive: why, what to do, and the way to send them again. */
export const FailedDeliveries = () => {
  const t = useT();
  const api = useApi(offersApiRef);
  const [asked, setAsked] = useState<FailedDelivery>();
  const found = usePages(
    ['failed-deliveries'],
    (cursor, signal) =>
      api.call(
        'listFailedDeliveries',
        { query: { limit: 20, ...(cursor ? { cursor } : {}) } },
        { signal },
      ),
    { refetchInterval: REFRESH_MS },
  );
  return (
    <Panel title={t('undelivered.title')} note={t('undelivered.note')}>
      {found.error && <Problem error={found.error} onRetry={() => found.refetch()} />}
      {!found.items && !found.error && (
        <Loading what={t('undelivered.loading')} rows={2} height={40} />
      )}
      {found.items?.length === 0 && <Text color="secondary">{t('undelivered.none')}</Text>}
      {found.items && found.items.length > 0 && (
        <DataTable
          caption={t('undelivered.title')}
          rows={found.items}
          keyOf={({ id }) => id}
          columns={[
            { label: t('deliveries.message'), cell: ({ kind }) => t(`delivery.${kind}`) },
            { label: t('undelivered.about'), cell: delivery => <About delivery={delivery} /> },
            { label: t('deliveries.to'), cell: ({ target }) => <WhoOrWhat name={target} /> },
            { label: t('deliveries.when'), cell: ({ dueAt }) => <When at={dueAt} /> },
            {
              label: t('undelivered.why'),
              width: '32%',
              cell: ({ error }) => error && <DeliveryError error={error} />,
            },
            {
              label: t('undelivered.retry'),
              cell: delivery => (
                <Button size="small" variant="secondary" onPress={() => setAsked(delivery)}>
                  {t('undelivered.again')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {found.hasNextPage && (
        <Button variant="tertiary" size="small" onPress={() => found.fetchNextPage()}>
          {t('operations.more')}
        </Button>
      )}
      {asked && <RetryDialog delivery={asked} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
};
