import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { ChoiceInput } from '../fields/ChoiceInput';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';
import { TierRows } from './TierRows';

const KINDS = [
  { id: 'recurring', label: 'Recurring' },
  { id: 'one-off', label: 'Once' },
  { id: 'usage', label: 'For each unit used' },
];

const PERIODS = [
  { id: 'month', label: 'A month' },
  { id: 'quarter', label: 'A quarter' },
  { id: 'year', label: 'A year' },
];

type ChargePath = `content.pricing.priceLists.${number}.charges.${number}`;

const ChargeFields = ({ path, number }: { path: ChargePath; number: number }) => {
  const { control } = useFormContext<DraftForm>();
  const kind = useWatch({ control, name: `${path}.kind` });
  return (
    <>
      <TextInput name={`${path}.label`} label="Charge for" />
      <ChoiceInput name={`${path}.kind`} label="Kind" options={KINDS} />
      <TextInput name={`${path}.amount`} label="Amount" placeholder="120.00" />
      {kind === 'recurring' && (
        <ChoiceInput name={`${path}.period`} label="Every" options={PERIODS} />
      )}
      {kind === 'usage' && <TextInput name={`${path}.unit`} label="Unit" placeholder="GB" />}
      {kind === 'usage' && <TierRows path={path} number={number} />}
    </>
  );
};

/** The charges of one price list. */
export const ChargeRows = ({ list }: { list: number }) => {
  const { control } = useFormContext<DraftForm>();
  const name = `content.pricing.priceLists.${list}.charges` as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  return (
    <Rows
      name={name}
      title={`Charges of price list ${list + 1}`}
      item="charge"
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ kind: 'recurring', label: '', amount: '', period: 'month', unit: '' })}
      onRemove={remove}
      render={index => <ChargeFields path={`${name}.${index}`} number={index + 1} />}
    />
  );
};
