import { Flex, Select, Text } from '@backstage/ui';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useCall } from '../../data/useCall';
import { DateTimeField } from '../../forms/DateTimeField';
import { Panel } from '../../parts/Panel';
import type { DraftForm } from '../draftForm';
import { ChoiceInput } from '../fields/ChoiceInput';
import { PrincipalList } from '../fields/PrincipalList';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';
import { useField } from '../fields/useField';
import { ChargeRows } from './ChargeRows';
import { LiveMargin } from './LiveMargin';

const COST_PERIODS = [
  { id: 'once', label: 'Once' },
  { id: 'month', label: 'A month' },
  { id: 'quarter', label: 'A quarter' },
  { id: 'year', label: 'A year' },
];

const NONE = 'none';

/** One of the price lists that are kept once: it gives currency and audience. */
const KeptList = ({ index }: { index: number }) => {
  const path = `content.pricing.priceLists.${index}` as const;
  const { setValue } = useFormContext<DraftForm>();
  const kept = useCall('listPriceLists', { query: { limit: 100 } }).data?.items ?? [];
  const { value, onChange } = useField(`${path}.list`);
  if (kept.length === 0 && !value) return null;
  return (
    <Select
      label="Kept price list"
      value={value || NONE}
      onChange={key => {
        const list = kept.find(({ id }) => id === key);
        onChange(list?.id ?? '');
        if (!list) return;
        setValue(`${path}.currency`, list.currency, { shouldDirty: true });
        setValue(`${path}.audience`, list.audience, { shouldDirty: true });
      }}
      options={[
        { id: NONE, label: 'None: prices of its own' },
        ...kept.map(({ id, title }) => ({ id, label: title })),
      ]}
    />
  );
};

/** Whom a price list is for; one that is kept brings its own. */
const PricesFor = ({ index }: { index: number }) => {
  const path = `content.pricing.priceLists.${index}` as const;
  const { control } = useFormContext<DraftForm>();
  const [list, audience] = useWatch({ control, name: [`${path}.list`, `${path}.audience`] });
  if (!list) {
    return (
      <PrincipalList
        name={`${path}.audience`}
        label={`Prices of list ${index + 1} are for`}
        description="Nobody named: for everybody who may order. A closer list wins over one for all."
      />
    );
  }
  const whom = audience.length === 0 ? 'everybody who may order' : audience.join(', ');
  return (
    <Text as="p" variant="body-small" color="secondary">
      {`The kept price list says for whom: ${whom}.`}
    </Text>
  );
};

/** From when the prices are for subscriptions that exist too. */
const ExistingFrom = () => {
  const { value, onChange, error } = useField('content.pricing.existingFrom');
  return (
    <div data-field="content.pricing.existingFrom">
      <DateTimeField
        label="For existing subscriptions from"
        description="Empty: they keep the price that was agreed."
        value={value}
        onChange={onChange}
        error={error}
      />
    </div>
  );
};

const PriceLists = () => {
  const { control } = useFormContext<DraftForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'content.pricing.priceLists' });
  return (
    <Rows
      name="content.pricing.priceLists"
      title="Price"
      description="One list for each currency and audience. A free offer has one charge of 0."
      item="price list"
      keys={fields.map(({ id }) => id)}
      onAdd={() =>
        append({
          currency: fields.length === 0 ? 'EUR' : '',
          audience: [],
          charges: [{ kind: 'recurring', label: 'Use', amount: '', period: 'month', unit: '' }],
        })
      }
      onRemove={remove}
      render={index => (
        <Flex direction="column" gap="3">
          <KeptList index={index} />
          <TextInput
            name={`content.pricing.priceLists.${index}.currency`}
            label="Currency"
            placeholder="EUR"
          />
          <PricesFor index={index} />
          <ChargeRows list={index} />
        </Flex>
      )}
    />
  );
};

const Costs = () => {
  const { control } = useFormContext<DraftForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'content.pricing.costs' });
  return (
    <Rows
      name="content.pricing.costs"
      title="Cost"
      description="What providing it costs. Only those who manage offers see this."
      item="cost"
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ label: 'Provider', currency: 'EUR', amount: '', period: 'month' })}
      onRemove={remove}
      render={index => (
        <>
          <TextInput name={`content.pricing.costs.${index}.label`} label="Cost of" />
          <TextInput name={`content.pricing.costs.${index}.amount`} label="Cost amount" />
          <TextInput name={`content.pricing.costs.${index}.currency`} label="Cost currency" />
          <ChoiceInput
            name={`content.pricing.costs.${index}.period`}
            label="How often"
            options={COST_PERIODS}
          />
        </>
      )}
    />
  );
};

/** What consumers pay, what it costs, and the margin between the two as it is typed. */
export const PricingSection = () => (
  <div data-field="content.pricing">
    <Panel title="Price and cost">
      <Flex direction="column" gap="5">
        <PriceLists />
        <Costs />
        <TextInput
          name="content.pricing.marginFloorPercent"
          label="Lowest margin allowed (%)"
          description="The plan cannot be submitted under it."
          placeholder="10"
        />
        <ExistingFrom />
        <LiveMargin />
      </Flex>
    </Panel>
  </div>
);
