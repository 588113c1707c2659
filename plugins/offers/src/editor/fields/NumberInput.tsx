import { NumberField } from '@backstage/ui';
import type { FieldPath } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { useField } from './useField';

interface NumberInputProps {
  name: FieldPath<DraftForm>;
  label: string;
  description?: string;
}

/** A whole number of the draft, or nothing. */
export const NumberInput = ({ name, ...words }: NumberInputProps) => {
  const { value, onChange, onBlur, error } = useField(name);
  return (
    <div data-field={name}>
      <NumberField
        {...words}
        value={typeof value === 'number' ? value : Number.NaN}
        onChange={next => onChange(Number.isNaN(next) ? null : next)}
        onBlur={onBlur}
        minValue={0}
        step={1}
        validationBehavior="aria"
        validate={() => error ?? null}
      />
    </div>
  );
};
