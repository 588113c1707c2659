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
import { useT } from '../../words/useWords';

const COST_PERIODS = ['once', 'month', 'quarter', 'year'] as const;

const NONE = 'none';

/** One of the price lists that are kept once: it gives currency and audience. */
const KeptList = ({ index }: { index: number }) => {
  const path = `content.pricing.priceLists.${index}` as const;
  const t = useT();
  const { setValue } = useFormContext<DraftForm>();
  const kept = useCall('listPriceLists', { query: { limit: 100 } }).data?.items ?? [];
  const { value, onChange } = useField(`${path}.list`);
  if (kept.length === 0 && !value) return null;
  return (
    <Select
      label={t('draft.pricing.kept')}
      value={value || NONE}
      onChange={key => {
        const list = kept.find(({ id }) => id === key);
        onChange(list?.id ?? '');
        if (!list) return;
        setValue(`${path}.currency`, list.currency, { shouldDirty: true });
        setValue(`${path}.audience`, list.audience, { shouldDirty: true });
      }}
      options={[
        { id: NONE, label: t('draft.pricing.notKept') },
        ...kept.map(({ id, title }) => ({ id, label: title })),
      ]}
    />
  );
};

/** Whom a price list is for; one that is kept brings its own. */
const PricesFor = ({ index }: { index: number }) => {
  const path = `content.pricing.priceLists.${index}` as const;
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const [list, audience] = useWatch({ control, name: [`${path}.list`, `${path}.audience`] });
  if (!list) {
    return (
      <PrincipalList
        name={`${path}.audience`}
        label={t('draft.pricing.for', { number: String(index + 1) })}
        description={t('draft.pricing.forHint')}
      />
    );
  }
  const whom = audience.length === 0 ? t('draft.pricing.everybody') : audience.join(', ');
  return (
    <Text as="p" variant="body-small" color="secondary">
      {t('draft.pricing.keptFor', { whom })}
    </Text>
  );
};

/** From when the prices are for subscriptions that exist too. */
const ExistingFrom = () => {
  const t = useT();
  const { value, onChange, error } = useField('content.pricing.existingFrom');
  return (
    <div data-field="content.pricing.existingFrom">
      <DateTimeField
        label={t('draft.pricing.existing')}
        description={t('draft.pricing.existingHint')}
        value={value}
        onChange={onChange}
        error={error}
      />
    </div>
  );
};

const PriceLists = () => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'content.pricing.priceLists' });
  return (
    <Rows
      name="content.pricing.priceLists"
      title={t('draft.pricing.price')}
      description={t('draft.pricing.priceNote')}
      item={t('draft.pricing.listItem')}
      keys={fields.map(({ id }) => id)}
      onAdd={() =>
        append({
          currency: fields.length === 0 ? 'EUR' : '',
          audience: [],
          charges: [
            {
              kind: 'recurring',
              label: t('draft.pricing.chargeUse'),
              amount: '',
              period: 'month',
              unit: '',
            },
          ],
        })
      }
      onRemove={remove}
      render={index => (
        <Flex direction="column" gap="3">
          <KeptList index={index} />
          <TextInput
            name={`content.pricing.priceLists.${index}.currency`}
            label={t('draft.pricing.currency')}
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
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'content.pricing.costs' });
  return (
    <Rows
      name="content.pricing.costs"
      title={t('draft.cost.title')}
      description={t('draft.cost.note')}
      item={t('draft.cost.item')}
      keys={fields.map(({ id }) => id)}
      onAdd={() =>
        append({ label: t('draft.cost.provider'), currency: 'EUR', amount: '', period: 'month' })
      }
      onRemove={remove}
      render={index => (
        <>
          <TextInput name={`content.pricing.costs.${index}.label`} label={t('draft.cost.of')} />
          <TextInput
            name={`content.pricing.costs.${index}.amount`}
            label={t('draft.cost.amount')}
          />
          <TextInput
            name={`content.pricing.costs.${index}.currency`}
            label={t('draft.cost.currency')}
          />
          <ChoiceInput
            name={`content.pricing.costs.${index}.period`}
            label={t('draft.cost.often')}
            options={COST_PERIODS.map(id => ({ id, label: t(`draft.every.${id}`) }))}
          />
        </>
      )}
    />
  );
};

/** What consumers pay, what it costs, and the margin between the two as it is typed. */
export const PricingSection = () => {
  const t = useT();
  return (
    <div data-field="content.pricing">
      <Panel title={t('draft.pricing.title')}>
        <Flex direction="column" gap="5">
          <PriceLists />
          <Costs />
          <TextInput
            name="content.pricing.marginFloorPercent"
            label={t('draft.floor.label')}
            description={t('draft.floor.hint')}
          />
          <ExistingFrom />
          <LiveMargin />
        </Flex>
      </Panel>
    </div>
  );
};
