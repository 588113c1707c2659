import type { PutDraft } from '@offerdesk/backstage-plugin-offers-common';
import { createContext, useContext, useDeferredValue, useMemo, type ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useT } from '../words/useT';
import type { DraftForm } from './draftForm';
import { fromForm } from './draftInput';
import type { LoadedDraft } from './loadedDraft';
import { soundDraft } from './soundDraft';

const LiveDraft = createContext<PutDraft | undefined>(undefined);

interface LiveDraftProviderProps {
  loaded: LoadedDraft;
  children: ReactNode;
}

/**
 * Gives the parts of the editor what the form says now, as far as it is sound. Judging it takes some
 * milliseconds, so it follows behind the typing and never holds it up.
 */
export const LiveDraftProvider = ({ loaded, children }: LiveDraftProviderProps) => {
  const untitled = useT()('editor.untitled');
  const { control, getValues } = useFormContext<DraftForm>();
  const changed = useDeferredValue(useWatch({ control }));
  const draft = useMemo(
    () => soundDraft(withTitle(fromForm(getValues(), loaded), untitled)),
    // What changed is only the sign to look again: the values themselves come whole from the form.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [changed, getValues, loaded, untitled],
  );
  return <LiveDraft.Provider value={draft}>{children}</LiveDraft.Provider>;
};

/** A title is what a draft cannot be without; while it is missing the rest is judged all the same. */
function withTitle(input: ReturnType<typeof fromForm>, untitled: string) {
  const { content } = input;
  if (typeof content !== 'object' || content === null || !('information' in content)) return input;
  const information = content.information;
  if (typeof information !== 'object' || information === null) return input;
  const title = 'title' in information ? String(information.title).trim().slice(0, 120) : '';
  return {
    ...input,
    content: { ...content, information: { ...information, title: title || untitled } },
  };
}

/** What the form says now, as far as it is sound; undefined when nothing is. */
export function useLiveDraft(): PutDraft | undefined {
  return useContext(LiveDraft);
}
