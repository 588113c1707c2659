import { useLayoutEffect, useRef } from 'react';
import { get, useFormContext, useFormState } from 'react-hook-form';
import { isDraftPath, type DraftForm } from '../draftForm';

/**
 * Whoever adds an item after a save was refused is not told at once what it lacks: they have not had the time to write it.
 * It is told when they save again, as of any other item.
 *
 * @param name - path of the list in the draft
 * @param keys - keys of the items, in order
 * @returns what to call before an item is added
 */
export function useUnmarkedUntilSaved(name: string, keys: readonly string[]): () => void {
  const { control, clearErrors } = useFormContext<DraftForm>();
  const { errors, submitCount } = useFormState({ control });
  const isAdding = useRef(false);
  const known = useRef<readonly string[]>(keys);
  /** each item that was added, with how many times a save had been tried by then */
  const added = useRef(new Map<string, number>());

  // Before the page is drawn: what is marked for a moment is seen.
  useLayoutEffect(() => {
    if (isAdding.current && keys.length > known.current.length) {
      isAdding.current = false;
      for (const key of keys) {
        if (!known.current.includes(key)) added.current.set(key, submitCount);
      }
    }
    known.current = keys;
    keys.forEach((key, index) => {
      const path = `${name}.${index}`;
      if (added.current.get(key) !== submitCount || !isDraftPath(path)) return;
      if (get(errors, path)) clearErrors(path);
    });
  });
  return () => {
    isAdding.current = true;
  };
}
