import { act, renderHook } from '@testing-library/react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { aContent, aManagedOffer, aPlan } from '../__testUtils__/builders';
import { AUTOSAVE_AFTER_MS } from './autosaveAfter';
import { toForm } from './draftForm';
import { loadedDraftOf } from './loadedDraft';
import { useAutosave } from './useAutosave';
import { useTakingOver } from './useTakingOver';
import { useUndo } from './useUndo';

const TITLE = 'content.information.title' as const;

function useEditing(offer: ReturnType<typeof aManagedOffer>, save: () => void) {
  const form = useForm({ defaultValues: toForm(undefined, aContent(), 'UTC') });
  const { isDirty } = form.formState;
  useAutosave({ offer, form, isDirty, isHeld: false, save });
  return { form, undo: useUndo(form) };
}

const edit = (offer = aManagedOffer()) => {
  const save = jest.fn();
  const { result } = renderHook(() => useEditing(offer, save));
  const type = (title: string) =>
    act(() => result.current.form.setValue(TITLE, title, { shouldDirty: true }));
  const wait = (ms: number) => act(() => jest.advanceTimersByTime(ms));
  const title = () => result.current.form.getValues(TITLE);
  return { result, save, type, wait, title };
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a draft that saves itself', () => {
  it('is saved once, when its writer pauses', () => {
    const { save, type, wait } = edit();
    type('A');
    wait(AUTOSAVE_AFTER_MS - 1);
    type('AB');
    wait(AUTOSAVE_AFTER_MS - 1);
    expect(save).not.toHaveBeenCalled();
    wait(1);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('[rule 3] never does where that would void approvals, nor for who may not edit', () => {
    const plan = { id: aPlan().id, title: 'Winter', state: 'approved' as const };
    const reader = { ...aManagedOffer(), can: { ...aManagedOffer().can, edit: false } };
    for (const offer of [aManagedOffer({ plan }), reader]) {
      const { save, type, wait } = edit(offer);
      type('A');
      wait(10 * AUTOSAVE_AFTER_MS);
      expect(save).not.toHaveBeenCalled();
    }
  });

  it('does, while its plan is a draft itself', () => {
    const plan = { id: aPlan().id, title: 'Winter', state: 'changes-requested' as const };
    const { save, type, wait } = edit(aManagedOffer({ plan }));
    type('A');
    wait(AUTOSAVE_AFTER_MS);
    expect(save).toHaveBeenCalledTimes(1);
  });
});

describe('undoing', () => {
  it('steps back, a run of typing at a time', () => {
    const { result, type, wait, title } = edit();
    expect(result.current.undo.canUndo).toBe(false);
    type('A');
    type('AB');
    wait(1_000);
    type('C');
    wait(1_000);
    act(() => result.current.undo.undo());
    expect(title()).toBe('AB');
    act(() => result.current.undo.undo());
    expect(title()).toBe('PostgreSQL');
    expect(result.current.undo.canUndo).toBe(false);
  });

  it('takes what was typed last along, though nobody has paused', () => {
    const { result, type, title } = edit();
    type('A');
    act(() => result.current.undo.undo());
    expect(title()).toBe('PostgreSQL');
  });

  it('does again what was undone, until something else is changed', () => {
    const { result, type, wait, title } = edit();
    type('A');
    wait(1_000);
    type('B');
    act(() => result.current.undo.undo());
    act(() => result.current.undo.undo());
    act(() => result.current.undo.redo());
    expect(title()).toBe('A');
    act(() => result.current.undo.redo());
    expect(title()).toBe('B');
    expect(result.current.undo.canRedo).toBe(false);
    act(() => result.current.undo.undo());
    type('C');
    wait(1_000);
    act(() => result.current.undo.redo());
    expect(title()).toBe('C');
  });

  it('begins anew after what somebody else saved was loaded', () => {
    const { result, type, wait } = edit();
    type('A');
    wait(1_000);
    act(() => result.current.undo.forget());
    expect(result.current.undo.canUndo).toBe(false);
  });
});

describe('a draft that somebody else saves meanwhile', () => {
  function useBeside(offer: ReturnType<typeof aManagedOffer>) {
    const [loaded, setLoaded] = useState(() => loadedDraftOf(aManagedOffer()));
    if (!loaded) throw new Error('The offer has a draft');
    const form = useForm({ defaultValues: loaded.form });
    const { isDirty } = form.formState;
    const undo = useUndo(form);
    useTakingOver({ offer, form, loaded, setLoaded, isDirty, forget: undo.forget });
    return { form, undo };
  }

  const theirs = aManagedOffer(
    { revision: 4 },
    aContent({ information: { title: 'Theirs', summary: 'Said by them' } }),
  );

  it('is taken over, and is no step that could be undone here', () => {
    const { result, rerender } = renderHook(useBeside, { initialProps: aManagedOffer() });
    act(() => rerender(theirs));
    act(() => jest.advanceTimersByTime(5_000));
    expect(result.current.form.getValues(TITLE)).toBe('Theirs');
    expect(result.current.undo.canUndo).toBe(false);
  });

  it('is not taken over where it is older than what was saved here', () => {
    const { result, rerender } = renderHook(useBeside, { initialProps: theirs });
    expect(result.current.form.getValues(TITLE)).toBe('Theirs');
    act(() => rerender(aManagedOffer({ revision: 3 })));
    expect(result.current.form.getValues(TITLE)).toBe('Theirs');
  });

  it('takes away nothing that was typed here', () => {
    const { result, rerender } = renderHook(useBeside, { initialProps: aManagedOffer() });
    act(() => result.current.form.setValue(TITLE, 'Mine', { shouldDirty: true }));
    act(() => rerender(theirs));
    expect(result.current.form.getValues(TITLE)).toBe('Mine');
  });
});
