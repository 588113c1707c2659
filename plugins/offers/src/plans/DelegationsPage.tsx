import { Button, Flex, Text, TextField } from '@backstage/ui';
import { instantOf, type Delegation } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { remedyFor } from '../data/problems';
import { useCall } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { EntityBox } from '../editor/fields/EntityBox';
import { DateTimeField } from '../forms/DateTimeField';
import { ActionDialog } from '../parts/ActionDialog';
import { DataTable } from '../parts/DataTable';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useMe } from '../shell/useMe';
import { localInZone, readersZone, tomorrowAtNine } from '../words/dates';
import { useT } from '../words/useWords';

const WEEK = 7 * 86_400_000;

function inAWeek(zone: string): string {
  return localInZone(new Date(Date.now() + WEEK).toISOString(), zone).slice(0, 16);
}

/** Lets somebody decide for the person, for a while. */
const NewDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useT();
  const zone = readersZone();
  const [delegate, setDelegate] = useState('');
  const [from, setFrom] = useState(() => tomorrowAtNine(new Date(), zone));
  const [until, setUntil] = useState(() => inAWeek(zone));
  const [reason, setReason] = useState('');
  const [begins, ends] = [instantOf({ local: from, zone }), instantOf({ local: until, zone })];
  const { run, isPending, error } = useIntent('createDelegation', {
    done: t('standIn.done'),
    onDone: onClose,
  });
  const faultOf = (name: string) => remedyFor(t, error, name);
  const create = () => {
    if (!begins.ok || !ends.ok) return;
    const body = {
      delegate: delegate.trim().toLowerCase(),
      from: begins.instant,
      until: ends.instant,
      reason: reason.trim(),
    };
    run(idempotencyKey => ({ body, idempotencyKey }));
  };
  return (
    <ActionDialog
      title={t('standIn.ask')}
      confirm={t('standIn.confirm')}
      onConfirm={create}
      onClose={onClose}
      isPending={isPending}
      isDisabled={!delegate.trim() || !reason.trim() || !begins.ok || !ends.ok}
      error={error}
    >
      <Text as="p">{t('standIn.effect')}</Text>
      <EntityBox
        label={t('standIn.who')}
        kinds={['user']}
        value={delegate}
        onChange={setDelegate}
        error={faultOf('delegate')}
      />
      <DateTimeField
        label={t('standIn.from')}
        isRequired
        value={from}
        onChange={setFrom}
        error={begins.ok ? undefined : begins.message}
      />
      <DateTimeField
        label={t('standIn.until')}
        isRequired
        value={until}
        onChange={setUntil}
        error={ends.ok ? faultOf('until') : ends.message}
      />
      <TextField
        label={t('standIn.why')}
        isRequired
        placeholder={t('standIn.whyHint')}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
};

const EndDialog = ({ delegation, onClose }: { delegation: Delegation; onClose: () => void }) => {
  const t = useT();
  const { run, isPending, error } = useIntent('revokeDelegation', {
    done: t('standIn.endDone'),
    onDone: onClose,
  });
  return (
    <ActionDialog
      title={t('standIn.endAsk')}
      confirm={t('standIn.endConfirm')}
      destructive
      onConfirm={() => run(idempotencyKey => ({ params: { id: delegation.id }, idempotencyKey }))}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">
        {t('standIn.endEffect', { who: <Who entityRef={delegation.delegate} plain /> })}
      </Text>
    </ActionDialog>
  );
};

interface TableProps {
  caption: string;
  nothing: string;
  delegations: readonly Delegation[];
  onEnd?: (delegation: Delegation) => void;
}

const Table = ({ caption, nothing, delegations, onEnd }: TableProps) => {
  const t = useT();
  if (delegations.length === 0) return <Text color="secondary">{nothing}</Text>;
  return (
    <DataTable
      caption={caption}
      rows={delegations}
      keyOf={({ id }) => id}
      columns={[
        { label: t('standIn.who'), cell: ({ delegate }) => <Who entityRef={delegate} /> },
        { label: t('standIn.for'), cell: ({ delegator }) => <Who entityRef={delegator} /> },
        { label: t('standIn.from'), cell: ({ from }) => <When at={from} /> },
        { label: t('standIn.until'), cell: ({ until }) => <When at={until} /> },
        { label: t('standIn.why'), cell: ({ reason }) => reason },
        ...(onEnd
          ? [
              {
                label: t('standIn.end'),
                cell: (delegation: Delegation) => (
                  <Button size="small" variant="tertiary" onPress={() => onEnd(delegation)}>
                    {t('standIn.takeBack')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
};

const StandIns = () => {
  const t = useT();
  const { me } = useMe();
  const [isCreating, setCreating] = useState(false);
  const [ending, setEnding] = useState<Delegation>();
  const { data, error, refetch } = useCall('listDelegations', {});
  return (
    <Page
      title={t('standIn.title')}
      lede={t('standIn.lede')}
      actions={
        me?.approver && (
          <Button variant="secondary" onPress={() => setCreating(true)}>
            {t('standIn.name')}
          </Button>
        )
      }
    >
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what={t('standIn.loading')} rows={2} height={80} />}
      {data && (
        <Flex direction="column" gap="5">
          <Panel title={t('standIn.given')}>
            <Table
              caption={t('standIn.given')}
              nothing={t(me?.approver ? 'standIn.nobody' : 'standIn.onlyApprovers')}
              delegations={data.given}
              onEnd={setEnding}
            />
          </Panel>
          <Panel title={t('standIn.held')}>
            <Table
              caption={t('standIn.held')}
              nothing={t('standIn.forNobody')}
              delegations={data.held}
            />
          </Panel>
        </Flex>
      )}
      {isCreating && <NewDialog onClose={() => setCreating(false)} />}
      {ending && <EndDialog delegation={ending} onClose={() => setEnding(undefined)} />}
    </Page>
  );
};

/** Who stands in for whom, from when until when. */
export default function DelegationsPage() {
  const t = useT();
  return (
    <StaffOnly title={t('standIn.title')} allows={({ seesPlans }) => seesPlans}>
      <SectionNav of="plans" label={t('plans.nav')} />
      <StandIns />
    </StaffOnly>
  );
}
