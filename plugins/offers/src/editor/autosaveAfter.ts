/** How long after the last change a draft is saved by itself, in milliseconds. */
export const AUTOSAVE_AFTER_MS = 5_000;
