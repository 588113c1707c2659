import type { DraftForm } from './draftForm';

/** What a tab remembers of a draft that was not saved. */
export interface Unsaved {
  revision: number;
  at: string;
  form: DraftForm;
}

// The tab's own storage: it survives a reload, ends with the tab, and leaves no cost or margin behind.
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

/** Keeps what was not saved, for a reload; a full storage keeps nothing, which only costs the comfort. */
export function keepUnsaved(offerId: string, unsaved: Unsaved): void {
  try {
    sessionStorage.setItem(keyOf(offerId), JSON.stringify(unsaved));
  } catch {
    forgetUnsaved(offerId);
  }
}

/** What was not saved when the page went away. */
export function recallUnsaved(offerId: string): Unsaved | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(offerId)) ?? 'null');
    return isUnsaved(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets what was not saved. */
export function forgetUnsaved(offerId: string): void {
  sessionStorage.removeItem(keyOf(offerId));
}
