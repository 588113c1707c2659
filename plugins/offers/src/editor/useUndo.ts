import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { DraftForm } from './draftForm';

/** Changes that come within this time of each other are undone as one, in milliseconds. */
const TOGETHER_MS = 700;

/** How many changes can be undone. */
const MOST = 50;

interface History {
  past: DraftForm[];
  now: DraftForm;
}

/** What the editor knows of undoing. */
export interface Undo {
  canUndo: boolean;
  undo: () => void;
  /** what was saved or loaded cannot be undone: it begins anew from here */
  forget: () => void;
}

/** Steps back through what was changed since the draft was loaded; a run of typing is one step. */
export function useUndo<Out>(form: UseFormReturn<DraftForm, unknown, Out>): Undo {
  const { watch, getValues, reset } = form;
  const history = useRef<History>({ past: [], now: structuredClone(getValues()) });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [canUndo, setCanUndo] = useState(false);

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { past, now } = history.current;
    const next = structuredClone(getValues());
    if (JSON.stringify(next) === JSON.stringify(now)) return;
    history.current = { past: [...past, now].slice(-MOST), now: next };
    setCanUndo(true);
  }, [getValues]);

  useEffect(() => {
    const { unsubscribe } = watch(() => {
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, TOGETHER_MS);
    });
    return () => {
      clearTimeout(timer.current);
      unsubscribe();
    };
  }, [watch, settle]);

  const undo = useCallback(() => {
    settle();
    const { past } = history.current;
    const before = past.at(-1);
    if (!before) return;
    history.current = { past: past.slice(0, -1), now: before };
    setCanUndo(past.length > 1);
    reset(structuredClone(before), { keepDefaultValues: true });
    clearTimeout(timer.current);
  }, [reset, settle]);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    history.current = { past: [], now: structuredClone(getValues()) };
    setCanUndo(false);
  }, [getValues]);

  return { canUndo, undo, forget };
}
