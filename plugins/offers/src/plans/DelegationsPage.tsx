import { Button, Flex, Text, TextField } from '@backstage/ui';
import { instantOf, type Delegation } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { fieldsOf } from '../data/problems';
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

const WEEK = 7 * 86_400_000;

function inAWeek(zone: string): string {
  return localInZone(new Date(Date.now() + WEEK).toISOString(), zone).slice(0, 16);
}

/** Lets somebody decide for the person, for a while. */
const NewDialog = ({ onClose }: { onClose: () => void }) => {
  const zone = readersZone();
  const [delegate, setDelegate] = useState('');
  const [from, setFrom] = useState(() => tomorrowAtNine(new Date(), zone));
  const [until, setUntil] = useState(() => inAWeek(zone));
  const [reason, setReason] = useState('');
  const [begins, ends] = [instantOf({ local: from, zone }), instantOf({ local: until, zone })];
  const { run, isPending, error } = useIntent('createDelegation', {
    done: 'They stand in for you.',
    onDone: onClose,
  });
  const faultOf = (name: string) =>
    fieldsOf(error).find(({ field }) => field.endsWith(name))?.remedy;
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
      title="Who stands in for you?"
      confirm="Let them decide"
      onConfirm={create}
      onClose={onClose}
      isPending={isPending}
      isDisabled={!delegate.trim() || !reason.trim() || !begins.ok || !ends.ok}
      error={error}
    >
      <Text as="p">
        They decide in your place on the plans that you are asked about, and both names are kept.
        What one of you wrote, neither can approve.
      </Text>
      <EntityBox
        label="Stand-in"
        kinds={['user']}
        value={delegate}
        onChange={setDelegate}
        error={faultOf('delegate')}
      />
      <DateTimeField
        label="From"
        isRequired
        value={from}
        onChange={setFrom}
        error={begins.ok ? undefined : begins.message}
      />
      <DateTimeField
        label="Until"
        isRequired
        value={until}
        onChange={setUntil}
        error={ends.ok ? faultOf('until') : ends.message}
      />
      <TextField
        label="Why"
        isRequired
        placeholder="Holiday"
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
};

const EndDialog = ({ delegation, onClose }: { delegation: Delegation; onClose: () => void }) => {
  const { run, isPending, error } = useIntent('revokeDelegation', {
    done: 'They stand in for you no more.',
    onDone: onClose,
  });
  return (
    <ActionDialog
      title="Take it back?"
      confirm="Take it back"
      destructive
      onConfirm={() => run(idempotencyKey => ({ params: { id: delegation.id }, idempotencyKey }))}
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">
        <Who entityRef={delegation.delegate} plain /> decides for you no more, from now on. What
        they decided stands.
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

const Table = ({ caption, nothing, delegations, onEnd }: TableProps) =>
  delegations.length === 0 ? (
    <Text color="secondary">{nothing}</Text>
  ) : (
    <DataTable
      caption={caption}
      rows={delegations}
      keyOf={({ id }) => id}
      columns={[
        { label: 'Stand-in', cell: ({ delegate }) => <Who entityRef={delegate} /> },
        { label: 'For', cell: ({ delegator }) => <Who entityRef={delegator} /> },
        { label: 'From', cell: ({ from }) => <When at={from} /> },
        { label: 'Until', cell: ({ until }) => <When at={until} /> },
        { label: 'Why', cell: ({ reason }) => reason },
        ...(onEnd
          ? [
              {
                label: 'End',
                cell: (delegation: Delegation) => (
                  <Button size="small" variant="tertiary" onPress={() => onEnd(delegation)}>
                    Take back…
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );

const StandIns = () => {
  const { me } = useMe();
  const [isCreating, setCreating] = useState(false);
  const [ending, setEnding] = useState<Delegation>();
  const { data, error, refetch } = useCall('listDelegations', {});
  return (
    <Page
      title="Stand-ins"
      lede="Who decides for you while you are away, and for whom you decide."
      actions={
        me?.approver && (
          <Button variant="secondary" onPress={() => setCreating(true)}>
            Name a stand-in…
          </Button>
        )
      }
    >
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what="stand-ins" rows={2} height={80} />}
      {data && (
        <Flex direction="column" gap="5">
          <Panel title="Who stands in for you">
            <Table
              caption="Who stands in for you"
              nothing={
                me?.approver
                  ? 'Nobody: name somebody before you go away.'
                  : 'Nobody: only approvers are asked to decide.'
              }
              delegations={data.given}
              onEnd={setEnding}
            />
          </Panel>
          <Panel title="For whom you stand in">
            <Table
              caption="For whom you stand in"
              nothing="For nobody at the moment."
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
  return (
    <StaffOnly title="Stand-ins" allows={({ seesPlans }) => seesPlans}>
      <SectionNav of="plans" label="Plans" />
      <StandIns />
    </StaffOnly>
  );
}
