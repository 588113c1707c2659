import { TextAreaField, TextField } from '@backstage/ui';
import type { FieldPath } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { useField } from './useField';
import { useT } from '../../words/useWords';

interface TextInputProps {
  name: FieldPath<DraftForm>;
  label: string;
  description?: string;
  placeholder?: string;
  isRequired?: boolean;
  /** several lines: how many are shown */
  rows?: number;
}

/** A text of the draft, in one line or several. */
export const TextInput = ({ name, rows, ...words }: TextInputProps) => {
  const t = useT();
  const { value, onChange, onBlur, error } = useField(name);
  const field = {
    ...words,
    ...(words.isRequired ? { secondaryLabel: t('form.required') } : {}),
    value: typeof value === 'string' ? value : '',
    onChange,
    onBlur,
    validationBehavior: 'aria' as const,
    validate: () => error ?? null,
  };
  return (
    <div data-field={name}>
      {rows ? <TextAreaField {...field} rows={rows} /> : <TextField {...field} />}
    </div>
  );
};
