import { Select } from '@backstage/ui';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import rowStyles from '../fields/Rows.module.css';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';

type ChargePath = `content.pricing.priceLists.${number}.charges.${number}`;

const SAME = 'same';

const WAYS = [
  { id: SAME, label: 'The same for each unit' },
  { id: 'graduated', label: 'In steps: each part at the price of its step' },
  { id: 'volume', label: 'By volume: all at the price of the step that is reached' },
];

const Steps = ({ path, number }: { path: ChargePath; number: number }) => {
  const { control } = useFormContext<DraftForm>();
  const name = `${path}.tiers.steps` as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  const last = fields.length - 1;
  return (
    <Rows
      name={name}
      title={`Price steps of charge ${number}`}
      description="From the smallest quantity up. The last step is for everything above."
      item="price step"
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ upTo: '', amount: '' })}
      onRemove={remove}
      render={index => (
        <>
          <TextInput
            name={`${name}.${index}.upTo`}
            label={`Up to, step ${index + 1}`}
            placeholder={index === last ? 'No end' : '100'}
          />
          <TextInput
            name={`${name}.${index}.amount`}
            label={`Price of a unit, step ${index + 1}`}
          />
        </>
      )}
    />
  );
};

/** What a unit costs by how many are used: the same for all, or in steps. */
export const TierRows = ({ path, number }: { path: ChargePath; number: number }) => {
  const { control, getValues, setValue } = useFormContext<DraftForm>();
  const tiers = useWatch({ control, name: `${path}.tiers` });
  const choose = (way: string) => {
    const steps = tiers?.steps ?? [
      { upTo: '100', amount: getValues(`${path}.amount`) },
      { upTo: '', amount: '' },
    ];
    setValue(
      `${path}.tiers`,
      way === 'graduated' || way === 'volume' ? { mode: way, steps } : undefined,
      { shouldDirty: true },
    );
  };
  return (
    <div className={rowStyles.whole} data-field={`${path}.tiers`}>
      <Select
        label={`Price by quantity, charge ${number}`}
        value={tiers?.mode ?? SAME}
        onChange={key => choose(String(key))}
        options={WAYS}
      />
      {tiers && <Steps path={path} number={number} />}
    </div>
  );
};
