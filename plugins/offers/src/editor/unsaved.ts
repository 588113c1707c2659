import { forgetInTab, keepInTab, recallFromTab } from '../data/tabStorage';
import type { DraftForm } from './draftForm';

/** What a tab remembers of a draft that was not saved. */
export interface Unsaved {
  revision: number;
  at: string;
  form: DraftForm;
}

const keyOf = (offerId: string) => `offers.unsaved.${offerId}`;

function isUnsaved(value: unknown): value is Unsaved {
  return (
    typeof value === 'object' &&
    value !== null &&
    'revision' in value &&
    'at' in value &&
    'form' in value
  );
}

/** Keeps what was not saved, for a reload. */
export function keepUnsaved(offerId: string, unsaved: Unsaved): void {
  keepInTab(keyOf(offerId), unsaved);
}

/** What was not saved when the page went away. */
export function recallUnsaved(offerId: string): Unsaved | undefined {
  return recallFromTab(keyOf(offerId), isUnsaved);
}

/** Forgets what was not saved. */
export function forgetUnsaved(offerId: string): void {
  forgetInTab(keyOf(offerId));
}
