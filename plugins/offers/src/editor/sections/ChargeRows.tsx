import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { ChoiceInput } from '../fields/ChoiceInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';
import { TierRows } from './TierRows';
import { useT } from '../../words/useWords';

const KINDS = ['recurring', 'one-off', 'usage'] as const;

const PERIODS = ['month', 'quarter', 'year'] as const;

type ChargePath = `content.pricing.priceLists.${number}.charges.${number}`;

const ChargeFields = ({ path, number }: { path: ChargePath; number: number }) => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const kind = useWatch({ control, name: `${path}.kind` });
  return (
    <>
      <TextInput name={`${path}.label`} label={t('draft.pricing.chargeFor')} />
      <ChoiceInput
        name={`${path}.kind`}
        label={t('draft.pricing.kind')}
        options={KINDS.map(id => ({ id, label: t(`charge.${id}`) }))}
      />
      <TextInput name={`${path}.amount`} label={t('draft.pricing.amount')} placeholder="120.00" />
      {kind === 'recurring' && (
        <ChoiceInput
          name={`${path}.period`}
          label={t('draft.pricing.every')}
          options={PERIODS.map(id => ({ id, label: t(`draft.every.${id}`) }))}
        />
      )}
      {kind === 'usage' && (
        <TextInput name={`${path}.unit`} label={t('draft.pricing.unit')} placeholder="GB" />
      )}
      {kind === 'usage' && <TierRows path={path} number={number} />}
    </>
  );
};

/** The charges of one price list. */
export const ChargeRows = ({ list }: { list: number }) => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const name = `content.pricing.priceLists.${list}.charges` as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <Rows
      name={name}
      title={t('draft.pricing.charges', { number: String(list + 1) })}
      item={t('draft.pricing.chargeItem')}
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ kind: 'recurring', label: '', amount: '', period: 'month', unit: '' })}
      onRemove={remove}
      render={index => <ChargeFields path={`${name}.${index}`} number={index + 1} />}
    />
  );
};
