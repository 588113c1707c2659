import { Select } from '@backstage/ui';
import type { FieldPath } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { useField } from './useField';
import { useT } from '../../words/useWords';

/** Stands for "not chosen": a list cannot hold an empty key. */
const NONE = 'none';

interface ChoiceInputProps {
  name: FieldPath<DraftForm>;
  label: string;
  description?: string;
  options: readonly { id: string; label: string }[];
  /** what "not chosen" is called; absent where something must be chosen */
  none?: string;
}

/** One of a list. */
export const ChoiceInput = ({ name, options, none, ...words }: ChoiceInputProps) => {
  const t = useT();
  const { value, onChange, onBlur, error } = useField(name);
  const chosen = typeof value === 'string' && value ? value : NONE;
  const isListed = chosen === NONE || options.some(({ id }) => id === chosen);
  return (
    <div data-field={name}>
      <Select
        {...words}
        value={chosen}
        onChange={key => onChange(key === NONE ? '' : String(key))}
        onBlur={onBlur}
        options={[
          ...(none ? [{ id: NONE, label: none }] : []),
          ...options,
          ...(isListed
            ? []
            : [{ id: chosen, label: t('draft.choice.unlisted', { value: chosen }) }]),
        ]}
        validationBehavior="aria"
        validate={() => error ?? null}
      />
    </div>
  );
};
