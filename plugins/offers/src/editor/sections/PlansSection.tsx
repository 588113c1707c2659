import { Flex, Select, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
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

/** One of the plans: its name, what it says, and who carries it out. */
const PlanPart = ({ plan, children }: { plan: PlanName; children: ReactNode }) => {
  const t = useT();
  return (
    <div data-field={`content.plans.${plan}`}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t(`draft.served.${plan}`)}
      </Text>
      <Flex direction="column" gap="3" mt="2">
        {children}
        <PartyRows plan={plan} />
      </Flex>
    </div>
  );
};

interface DrivenPlanProps {
  plan: 'fulfilment' | 'decommission';
  how: string;
  where: string;
  whereHint?: string;
  route: string;
}

/** A plan that something carries out: by what, where that is found, and by which route. */
const DrivenPlan = ({ plan, how, where, whereHint, route }: DrivenPlanProps) => {
  const t = useT();
  return (
    <PlanPart plan={plan}>
      <ChoiceInput
        name={`content.plans.${plan}.driver`}
        label={how}
        none={t('draft.served.undecided')}
        options={DRIVERS.map(id => ({ id, label: t(`draft.driver.${id}`) }))}
      />
      <TextInput
        name={`content.plans.${plan}.reference`}
        label={where}
        {...(whereHint ? { description: whereHint } : {})}
      />
      <ChoiceInput
        name={`content.plans.${plan}.riskRoute`}
        label={route}
        options={ROUTES.map(id => ({ id, label: t(`draft.route.${id}`) }))}
      />
    </PlanPart>
  );
};

/** How an order is fulfilled, how support is given and how it ends, and by whom. */
export const PlansSection = () => {
  const t = useT();
  return (
    <Panel title={t('draft.served.title')}>
      <Flex direction="column" gap="6">
        <DrivenPlan
          plan="fulfilment"
          how={t('draft.served.how')}
          where={t('draft.served.where')}
          whereHint={t('draft.served.whereHint')}
          route={t('draft.served.route')}
        />
        <PlanPart plan="support">
          <TextInput
            name="content.plans.support.reference"
            label={t('draft.served.askAt')}
            description={t('draft.served.askAtHint')}
          />
        </PlanPart>
        <DrivenPlan
          plan="decommission"
          how={t('draft.served.howDown')}
          where={t('draft.served.whereDown')}
          route={t('draft.served.routeDown')}
        />
      </Flex>
    </Panel>
  );
};
