import { Flex, Text } from '@backstage/ui';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Panel } from '../../parts/Panel';
import type { DraftForm } from '../draftForm';
import { ChoiceInput } from '../fields/ChoiceInput';
import { EntityInput } from '../fields/EntityInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';

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

type PlanName = 'fulfilment' | 'support';

const PartyFields = ({ path }: { path: `content.plans.${PlanName}.parties.${number}` }) => {
  const { control } = useFormContext<DraftForm>();
  const kind = useWatch({ control, name: `${path}.kind` });
  return (
    <>
      <ChoiceInput name={`${path}.kind`} label="Party" options={PARTY_KINDS} />
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
      title={plan === 'fulfilment' ? 'Who fulfils' : 'Who supports'}
      item={plan === 'fulfilment' ? 'fulfilling party' : 'supporting party'}
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
    </Flex>
  </Panel>
);
