import type { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useEffect } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { DraftForm } from './draftForm';
import { loadedDraftOf, type LoadedDraft } from './loadedDraft';

interface TakingOver<Out> {
  offer: ManagedOffer;
  form: UseFormReturn<DraftForm, unknown, Out>;
  loaded: LoadedDraft;
  setLoaded: (loaded: LoadedDraft) => void;
  isDirty: boolean;
  /** forgets what could be undone: a change of somebody else is no step of the reader's */
  forget: () => void;
}

/**
 * Takes over what somebody else saved, unless there are changes to lose. What was read before the reader's own save is
 * older than what they see: until it is read anew, it would put back what they have just changed.
 */
export function useTakingOver<Out>(input: TakingOver<Out>): void {
  const { offer, form, loaded, setLoaded, isDirty, forget } = input;
  useEffect(() => {
    const latest = loadedDraftOf(offer);
    if (!latest || latest.revision <= loaded.revision || isDirty) return;
    setLoaded(latest);
    form.reset(latest.form);
    forget();
  }, [offer, form, loaded.revision, setLoaded, isDirty, forget]);
}
