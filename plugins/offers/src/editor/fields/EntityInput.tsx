import type { FieldPath } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { EntityBox } from './EntityBox';
import { useField } from './useField';

interface EntityInputProps {
  name: FieldPath<DraftForm>;
  label: string;
  description?: string;
  kinds: readonly string[];
}

/** A reference of the draft to one entity. */
export const EntityInput = ({ name, ...rest }: EntityInputProps) => {
  const { value, onChange, onBlur, error } = useField(name);
  return (
    <div data-field={name}>
      <EntityBox
        {...rest}
        value={typeof value === 'string' ? value : ''}
        onChange={onChange}
        onBlur={onBlur}
        error={error}
      />
    </div>
  );
};
