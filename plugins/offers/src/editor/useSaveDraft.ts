import {
  putDraftSchema,
  type ManagedOffer,
  type PutDraft,
} from '@offerdesk/backstage-plugin-offers-common';
import { useCallback, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { fieldsOf, isConflict } from '../data/problems';
import { useAct } from '../data/useCall';
import { useToast } from '../parts/useToast';
import { isDraftPath, type DraftForm } from './draftForm';
import { fromForm } from './draftInput';
import { focusField } from './focusField';
import { loadedDraftOf, type LoadedDraft } from './loadedDraft';
import { useT, type T } from '../words/useWords';

interface SaveDraftInput {
  offer: ManagedOffer;
  form: UseFormReturn<DraftForm, unknown, PutDraft>;
  loaded: LoadedDraft;
  setLoaded: (loaded: LoadedDraft) => void;
}

/** What the editor knows of saving. */
export interface Saving {
  save: () => void;
  /** saves what fits, when it does, without a word and without moving anybody */
  saveQuietly: () => void;
  /** saves over what somebody else saved, knowingly */
  overwrite: (revision: number) => void;
  isPending: boolean;
  /** why the last save failed, unless somebody else was first: that is `conflict` */
  error: Error | null;
  conflict: boolean;
  /** whether what is there could not be saved by itself, since it does not fit yet */
  isUnfinished: boolean;
  closeConflict: () => void;
}

/** The path of the first error, in the order in which the form shows its parts. */
function firstPath(errors: FieldValues, prefix = ''): string | undefined {
  for (const [key, value] of Object.entries(errors)) {
    if (typeof value !== 'object' || value === null) continue;
    const path = prefix ? `${prefix}.${key}` : key;
    if ('message' in value && typeof value.message === 'string') return path;
    const inner = firstPath(value, path);
    if (inner) return inner;
  }
  return undefined;
}

/** Puts what the server found wrong at its fields, and moves to the first of them. */
function showFieldProblems(t: T, form: SaveDraftInput['form'], error: Error): void {
  const found = fieldsOf(t, error).map(({ field, remedy }) => ({
    path: field.replace(/^body\./, ''),
    remedy,
  }));
  for (const { path, remedy } of found) {
    if (isDraftPath(path)) form.setError(path, { type: 'server', message: remedy });
  }
  if (found[0]) focusField(found[0].path);
}

/** Saves the draft with the revision it was read at, so that nobody's change is lost unseen. */
export function useSaveDraft({ offer, form, loaded, setLoaded }: SaveDraftInput): Saving {
  const t = useT();
  const toast = useToast();
  const [conflict, setConflict] = useState(false);
  const [isUnfinished, setUnfinished] = useState(false);
  const { mutate, isPending, error, reset } = useAct('putDraft');

  const put = useCallback(
    (body: PutDraft, revision: number, isQuiet = false) => {
      const sent = JSON.stringify(form.getValues());
      mutate(
        { params: { id: offer.id }, body, revision },
        {
          onSuccess: saved => {
            const latest = loadedDraftOf(saved);
            if (!latest) return;
            setLoaded(latest);
            // Who went on typing while the save was under way keeps what they typed.
            form.reset(latest.form, { keepValues: JSON.stringify(form.getValues()) !== sent });
            setConflict(false);
            setUnfinished(false);
            if (!isQuiet) toast(t('save.done'));
          },
          onError: failure => {
            if (isConflict(failure)) setConflict(true);
            else if (!isQuiet) showFieldProblems(t, form, failure);
          },
        },
      );
    },
    [form, mutate, offer.id, setLoaded, toast, t],
  );

  const saveAt = (revision: number) =>
    form.handleSubmit(
      body => put(body, revision),
      errors => {
        const path = firstPath(errors);
        if (path) focusField(path);
      },
    )();

  return {
    save: () => {
      if (!isPending) saveAt(loaded.revision);
    },
    saveQuietly: () => {
      const parsed = putDraftSchema.safeParse(fromForm(form.getValues(), loaded));
      setUnfinished(!parsed.success);
      if (!isPending && parsed.success) put(parsed.data, loaded.revision, true);
    },
    overwrite: revision => {
      saveAt(revision);
    },
    isPending,
    error: error && !isConflict(error) ? error : null,
    conflict,
    isUnfinished,
    closeConflict: () => {
      setConflict(false);
      reset();
    },
  };
}
