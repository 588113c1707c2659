import type { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { sentenceOf } from '../data/problems';
import type { T } from '../words/useWords';
import { savesItself } from './useAutosave';
import type { Saving } from './useSaveDraft';

interface SaveStatus {
  offer: Pick<ManagedOffer, 'can' | 'plan'>;
  isDirty: boolean;
  saving: Pick<Saving, 'isPending' | 'error' | 'isUnfinished'>;
  /** how many parts of the form say that they are wrong */
  errors: number;
}

/** How it stands with saving, in words: nothing is promised that does not happen. */
export function saveStatus(t: T, { offer, isDirty, saving, errors }: SaveStatus): string {
  if (saving.isPending) return t('save.saving');
  if (saving.error) return sentenceOf(t, saving.error);
  if (errors > 0) return t('save.wrong');
  if (!isDirty) return t('save.saved');
  if (!savesItself(offer)) return t('save.unsaved');
  return t(saving.isUnfinished ? 'save.unfinished' : 'save.pausing');
}
