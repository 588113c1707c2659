import { Flex, Select, Text } from '@backstage/ui';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useCall } from '../../data/useCall';
import { Panel } from '../../parts/Panel';
import type { DraftForm } from '../draftForm';
import { ChoiceInput } from '../fields/ChoiceInput';
import { EntityInput } from '../fields/EntityInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';
import { useField } from '../fields/useField';

const DRIVERS = [
  { id: 'manual', label: 'By hand' },
  { id: 'open-service-broker', label: 'By a service broker' },
  { id: 'scaffolder', label: 'By a software template' },
];

const ROUTES = [
  { id: 'request', label: 'As a request' },
  { id: 'change', label: 'As a change, with its own approval' },
];

const PARTY_KINDS = [
  { id: 'internal', label: 'A group of ours' },
  { id: 'external', label: 'A supplier' },
];

const NONE = 'none';

type PartyPath = `content.plans.${PlanName}.parties.${number}`;

type PlanName = 'fulfilment' | 'support' | 'decommission';

const people: Readonly<Record<PlanName, { title: string; item: string }>> = {
  fulfilment: { title: 'Who fulfils', item: 'fulfilling party' },
  support: { title: 'Who supports', item: 'supporting party' },
  decommission: { title: 'Who takes it down', item: 'decommissioning party' },
};

/** One of the parties that are kept once: its name or group is then kept up to date in drafts. */
const KeptParty = ({ path }: { path: PartyPath }) => {
  const { setValue } = useFormContext<DraftForm>();
  const kept = useCall('listParties', { query: { limit: 100 } }).data?.items ?? [];
  const { value, onChange } = useField(`${path}.party`);
  if (kept.length === 0 && !value) return null;
  return (
    <Select
      label="Kept party"
      value={value || NONE}
      onChange={key => {
        const party = kept.find(({ id }) => id === key);
        onChange(party?.id ?? '');
        if (!party) return;
        setValue(`${path}.kind`, party.kind, { shouldDirty: true });
        setValue(`${path}.name`, party.name, { shouldDirty: true });
        setValue(`${path}.ref`, party.ref ?? '', { shouldDirty: true });
      }}
      options={[
        { id: NONE, label: 'None: named here' },
        ...kept.map(({ id, name }) => ({ id, label: name })),
      ]}
    />
  );
};

const PartyFields = ({ path }: { path: PartyPath }) => {
  const { control } = useFormContext<DraftForm>();
  const kind = useWatch({ control, name: `${path}.kind` });
  return (
    <>
      <ChoiceInput name={`${path}.kind`} label="Party" options={PARTY_KINDS} />
      <KeptParty path={path} />
      {kind === 'internal' ? (
        <EntityInput name={`${path}.ref`} label="Group" kinds={['group']} />
      ) : (
        <TextInput name={`${path}.name`} label="Supplier" />
      )}
    </>
  );
};

const PartyRows = ({ plan }: { plan: PlanName }) => {
  const { control } = useFormContext<DraftForm>();
  const name = `content.plans.${plan}.parties` as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <Rows
      name={name}
      title={people[plan].title}
      item={people[plan].item}
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ kind: 'internal', ref: '', name: '' })}
      onRemove={remove}
      render={index => <PartyFields path={`${name}.${index}`} />}
    />
  );
};

/** How an order is fulfilled and how support is given, and by whom. */
export const PlansSection = () => (
  <Panel title="Plans">
    <Flex direction="column" gap="6">
      <div data-field="content.plans.fulfilment">
        <Text as="h4" variant="body-medium" weight="bold">
          Fulfilment
        </Text>
        <Flex direction="column" gap="3" mt="2">
          <ChoiceInput
            name="content.plans.fulfilment.driver"
            label="How an order is fulfilled"
            none="Not decided yet"
            options={DRIVERS}
          />
          <TextInput
            name="content.plans.fulfilment.reference"
            label="Where the fulfilment plan is"
            description="A template, a queue, a document, or the service and plan of a broker."
          />
          <ChoiceInput
            name="content.plans.fulfilment.riskRoute"
            label="How it is handled"
            options={ROUTES}
          />
          <PartyRows plan="fulfilment" />
        </Flex>
      </div>
      <div data-field="content.plans.support">
        <Text as="h4" variant="body-medium" weight="bold">
          Support
        </Text>
        <Flex direction="column" gap="3" mt="2">
          <TextInput
            name="content.plans.support.reference"
            label="Where support is asked for"
            description="A queue, a channel or a page."
          />
          <PartyRows plan="support" />
        </Flex>
      </div>
      <div data-field="content.plans.decommission">
        <Text as="h4" variant="body-medium" weight="bold">
          Decommissioning
        </Text>
        <Flex direction="column" gap="3" mt="2">
          <ChoiceInput
            name="content.plans.decommission.driver"
            label="How it is taken down"
            none="Not decided yet"
            options={DRIVERS}
          />
          <TextInput
            name="content.plans.decommission.reference"
            label="Where the decommission plan is"
          />
          <ChoiceInput
            name="content.plans.decommission.riskRoute"
            label="How taking it down is handled"
            options={ROUTES}
          />
          <PartyRows plan="decommission" />
        </Flex>
      </div>
    </Flex>
  </Panel>
);
