// The tab's own storage: it survives a reload, ends with the tab, and leaves no cost or margin behind.

/** Keeps something for a reload of the tab; a full storage keeps nothing, which only costs the comfort. */
export function keepInTab(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    forgetInTab(key);
  }
}

/** What the tab keeps; undefined where it keeps nothing, or something of another shape. */
export function recallFromTab<T>(key: string, is: (value: unknown) => value is T): T | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return is(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets what the tab keeps. */
export function forgetInTab(key: string): void {
  sessionStorage.removeItem(key);
}
