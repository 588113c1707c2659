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
  /** what was undone, the last first: until something else is changed it can be had again */
  undone: DraftForm[];
}

/** What the editor knows of undoing. */
export interface Undo {
  canUndo: boolean;
  undo: () => void;
  canRedo: boolean;
  redo: () => void;
  /** what was saved or loaded cannot be undone: it begins anew from here */
  forget: () => void;
}

/** Steps back and forth through what was changed since the draft was loaded; a run of typing is one step. */
export function useUndo<Out>(form: UseFormReturn<DraftForm, unknown, Out>): Undo {
  const { watch, getValues, reset } = form;
  const history = useRef<History>({ past: [], now: structuredClone(getValues()), undone: [] });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [can, setCan] = useState({ undo: false, redo: false });

  const keep = useCallback((next: History) => {
    history.current = next;
    setCan({ undo: next.past.length > 0, redo: next.undone.length > 0 });
  }, []);

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { past, now } = history.current;
    const next = structuredClone(getValues());
    if (JSON.stringify(next) === JSON.stringify(now)) return;
    keep({ past: [...past, now].slice(-MOST), now: next, undone: [] });
  }, [getValues, keep]);

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

  const show = useCallback(
    (next: History) => {
      keep(next);
      reset(structuredClone(next.now), { keepDefaultValues: true });
      clearTimeout(timer.current);
    },
    [keep, reset],
  );

  const undo = useCallback(() => {
    settle();
    const { past, now, undone } = history.current;
    const before = past.at(-1);
    if (before) show({ past: past.slice(0, -1), now: before, undone: [now, ...undone] });
  }, [settle, show]);

  const redo = useCallback(() => {
    settle();
    const { past, now, undone } = history.current;
    const [after, ...rest] = undone;
    if (after) show({ past: [...past, now], now: after, undone: rest });
  }, [settle, show]);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    keep({ past: [], now: structuredClone(getValues()), undone: [] });
  }, [getValues, keep]);

  return { canUndo: can.undo, undo, canRedo: can.redo, redo, forget };
}
