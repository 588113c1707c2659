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
import { useT } from '../../words/useWords';

const DRIVERS = ['manual', 'open-service-broker', 'scaffolder'] as const;

const ROUTES = ['request', 'change'] as const;

const PARTY_KINDS = ['internal', 'external'] as const;

const NONE = 'none';

type PartyPath = `content.plans.${PlanName}.parties.${number}`;

type PlanName = 'fulfilment' | 'support' | 'decommission';

/** One of the parties that are kept once: its name or group is then kept up to date in drafts. */
const KeptParty = ({ path }: { path: PartyPath }) => {
  const t = useT();
  const { setValue } = useFormContext<DraftForm>();
  const kept = useCall('listParties', { query: { limit: 100 } }).data?.items ?? [];
  const { value, onChange } = useField(`${path}.party`);
  if (kept.length === 0 && !value) return null;
  return (
    <Select
      label={t('draft.served.kept')}
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
        { id: NONE, label: t('draft.served.notKept') },
        ...kept.map(({ id, name }) => ({ id, label: name })),
      ]}
    />
  );
};

const PartyFields = ({ path }: { path: PartyPath }) => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const kind = useWatch({ control, name: `${path}.kind` });
  return (
    <>
      <ChoiceInput
        name={`${path}.kind`}
        label={t('party.party')}
        options={PARTY_KINDS.map(id => ({ id, label: t(`party.${id}`) }))}
      />
      <KeptParty path={path} />
      {kind === 'internal' ? (
        <EntityInput name={`${path}.ref`} label={t('party.group')} kinds={['group']} />
      ) : (
        <TextInput name={`${path}.name`} label={t('draft.served.supplier')} />
      )}
    </>
  );
};

const PartyRows = ({ plan }: { plan: PlanName }) => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const name = `content.plans.${plan}.parties` as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <Rows
      name={name}
      title={t(`draft.served.who.${plan}`)}
      item={t(`draft.served.item.${plan}`)}
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ kind: 'internal', ref: '', name: '' })}
      onRemove={remove}
      render={index => <PartyFields path={`${name}.${index}`} />}
    />
  );
};

/** How an order is fulfilled and how support is given, and by whom. */
export const PlansSection = () => {
  const t = useT();
  const drivers = DRIVERS.map(id => ({ id, label: t(`draft.driver.${id}`) }));
  const routes = ROUTES.map(id => ({ id, label: t(`draft.route.${id}`) }));
  return (
    <Panel title={t('draft.served.title')}>
      <Flex direction="column" gap="6">
        <div data-field="content.plans.fulfilment">
          <Text as="h4" variant="body-medium" weight="bold">
            {t('draft.served.fulfilment')}
          </Text>
          <Flex direction="column" gap="3" mt="2">
            <ChoiceInput
              name="content.plans.fulfilment.driver"
              label={t('draft.served.how')}
              none={t('draft.served.undecided')}
              options={drivers}
            />
            <TextInput
              name="content.plans.fulfilment.reference"
              label={t('draft.served.where')}
              description={t('draft.served.whereHint')}
            />
            <ChoiceInput
              name="content.plans.fulfilment.riskRoute"
              label={t('draft.served.route')}
              options={routes}
            />
            <PartyRows plan="fulfilment" />
          </Flex>
        </div>
        <div data-field="content.plans.support">
          <Text as="h4" variant="body-medium" weight="bold">
            {t('draft.served.support')}
          </Text>
          <Flex direction="column" gap="3" mt="2">
            <TextInput
              name="content.plans.support.reference"
              label={t('draft.served.askAt')}
              description={t('draft.served.askAtHint')}
            />
            <PartyRows plan="support" />
          </Flex>
        </div>
        <div data-field="content.plans.decommission">
          <Text as="h4" variant="body-medium" weight="bold">
            {t('draft.served.decommission')}
          </Text>
          <Flex direction="column" gap="3" mt="2">
            <ChoiceInput
              name="content.plans.decommission.driver"
              label={t('draft.served.howDown')}
              none={t('draft.served.undecided')}
              options={drivers}
            />
            <TextInput
              name="content.plans.decommission.reference"
              label={t('draft.served.whereDown')}
            />
            <ChoiceInput
              name="content.plans.decommission.riskRoute"
              label={t('draft.served.routeDown')}
              options={routes}
            />
            <PartyRows plan="decommission" />
          </Flex>
        </div>
      </Flex>
    </Panel>
  );
};
