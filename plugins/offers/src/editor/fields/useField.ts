import {
  get,
  useController,
  useFormContext,
  type FieldPath,
  type FieldPathValue,
} from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { toldIn } from '../../words/told';
import { useT } from '../../words/useWords';

function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('message' in error && typeof error.message === 'string') return error.message;
  if ('root' in error) return messageOf(error.root);
  // An error of one item, where the field shows the whole list as one text.
  return Array.isArray(error) ? error.map(messageOf).find(Boolean) : undefined;
}

/** What a field of the draft needs to be shown and changed. */
export interface DraftField<Name extends FieldPath<DraftForm>> {
  value: FieldPathValue<DraftForm, Name>;
  onChange: (value: unknown) => void;
  onBlur: () => void;
  error: string | undefined;
}

/** A field of the draft by its path: its value, how to change it, and what is wrong with it. */
export function useField<Name extends FieldPath<DraftForm>>(name: Name): DraftField<Name> {
  const { control } = useFormContext<DraftForm>();
  const t = useT();
  const { field, formState } = useController({ control, name });
  const message = messageOf(get(formState.errors, name));
  return {
    value: field.value,
    onChange: field.onChange,
    onBlur: field.onBlur,
    error: message && toldIn(t, message),
  };
}
