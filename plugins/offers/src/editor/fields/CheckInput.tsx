import { Checkbox } from '@backstage/ui';
import type { FieldPath } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { useField } from './useField';

/** Yes or no. */
export const CheckInput = ({ name, label }: { name: FieldPath<DraftForm>; label: string }) => {
  const { value, onChange, onBlur } = useField(name);
  return (
    <div data-field={name}>
      <Checkbox isSelected={value === true} onChange={onChange} onBlur={onBlur}>
        {label}
      </Checkbox>
    </div>
  );
};
