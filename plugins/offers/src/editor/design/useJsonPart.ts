import { get, useFormContext, useFormState } from 'react-hook-form';
import type { DraftForm } from '../draftForm';
import { useField } from '../fields/useField';
import { toldIn } from '../../words/told';
import { useT } from '../../words/useWords';

/** Every message below a path of the form's errors, once. */
function messagesIn(error: unknown, found: Set<string>): Set<string> {
  if (typeof error !== 'object' || error === null) return found;
  if ('message' in error && typeof error.message === 'string') found.add(error.message);
  for (const [key, inner] of Object.entries(error)) {
    if (key !== 'ref') messagesIn(inner, found);
  }
  return found;
}

/** A part of the draft that its designer writes as a whole: its text, how to change it, what is wrong with it. */
export function useJsonPart(name: 'content.options' | 'content.bundle') {
  const t = useT();
  const { value, onChange } = useField(name);
  const { control } = useFormContext<DraftForm>();
  const { errors } = useFormState({ control });
  return {
    text: value,
    onChange,
    faults: [...messagesIn(get(errors, name), new Set())].map(fault => toldIn(t, fault)),
  };
}
