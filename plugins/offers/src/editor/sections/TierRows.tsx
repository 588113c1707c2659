import { Select } from '@backstage/ui';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import rowStyles from '../fields/Rows.module.css';
import { Rows } from '../fields/Rows';
import { TextInput } from '../fields/TextInput';
import { useT } from '../../words/useWords';

type ChargePath = `content.pricing.priceLists.${number}.charges.${number}`;

const SAME = 'same';

const WAYS = [SAME, 'graduated', 'volume'] as const;

const Steps = ({ path, number }: { path: ChargePath; number: number }) => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const name = `${path}.tiers.steps` as const;
  const { fields, append, remove } = useFieldArray({ control, name });
  const last = fields.length - 1;
  return (
    <Rows
      name={name}
      title={t('draft.tiers.steps', { number: String(number) })}
      description={t('draft.tiers.stepsHint')}
      item={t('draft.tiers.item')}
      keys={fields.map(({ id }) => id)}
      onAdd={() => append({ upTo: '', amount: '' })}
      onRemove={remove}
      render={index => (
        <>
          <TextInput
            name={`${name}.${index}.upTo`}
            label={t('draft.tiers.upTo', { number: String(index + 1) })}
            placeholder={index === last ? t('draft.tiers.noEnd') : '100'}
          />
          <TextInput
            name={`${name}.${index}.amount`}
            label={t('draft.tiers.amount', { number: String(index + 1) })}
          />
        </>
      )}
    />
  );
};

/** What a unit costs by how many are used: the same for all, or in steps. */
export const TierRows = ({ path, number }: { path: ChargePath; number: number }) => {
  const t = useT();
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
        label={t('draft.tiers.by', { number: String(number) })}
        value={tiers?.mode ?? SAME}
        onChange={key => choose(String(key))}
        options={WAYS.map(id => ({ id, label: t(`draft.tiers.${id}`) }))}
      />
      {tiers && <Steps path={path} number={number} />}
    </div>
  );
};
