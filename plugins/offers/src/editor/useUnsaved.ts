import { useMemo } from 'react';
import { forgetInTab, keepInTab, recallFromTab } from '../data/tabStorage';
import { useOwnKey } from '../shell/useOwnKey';
import type { DraftForm } from './draftForm';

/** What a tab remembers of a draft that was not saved. */
export interface Unsaved {
  revision: number;
  at: string;
  form: DraftForm;
}

function isUnsaved(value: unknown): value is Unsaved {
  return (
    typeof value === 'object' &&
    value !== null &&
    'revision' in value &&
    'at' in value &&
    'form' in value
  );
}

/** Keeps, finds and forgets what the reader has not saved of an offer's draft. */
export function useUnsaved(offerId: string) {
  const key = useOwnKey(`offers.unsaved.${offerId}`);
  return useMemo(
    () => ({
      keep: (unsaved: Unsaved) => keepInTab(key, unsaved),
      recall: () => recallFromTab(key, isUnsaved),
      forget: () => forgetInTab(key),
    }),
    [key],
  );
}
