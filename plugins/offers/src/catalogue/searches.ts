/** A search that the reader keeps: its name, and what stood in the address. */
export type SavedSearch = { name: string; search: string };

/** So many find room in a list; the oldest goes when there are more. */
export const MOST_SAVED = 30;

/** What of an address is the search: neither the page nor what is chosen to compare. */
export function searchOf(address: string): string {
  const params = new URLSearchParams(address);
  params.delete('cursor');
  params.delete('compare');
  return params.toString();
}

/** The searches with one more, or with another of its name; and the oldest without room. */
export function withSearch(saved: readonly SavedSearch[], added: SavedSearch): SavedSearch[] {
  return [...saved.filter(({ name }) => name !== added.name), added].slice(-MOST_SAVED);
}

/** The searches with one under another name, at its place. */
export function renamed(saved: readonly SavedSearch[], from: string, to: string): SavedSearch[] {
  return saved.map(each => (each.name === from ? { ...each, name: to } : each));
}

/** What saving under a name would take away. */
export type Cost = { kind: 'nothing' } | { kind: 'replaces' } | { kind: 'drops'; name: string };

/** What saving under a name would take away, so that it can be said before. */
export function costOf(saved: readonly SavedSearch[], name: string): Cost {
  if (saved.some(other => other.name === name)) return { kind: 'replaces' };
  const [oldest] = saved;
  return name && oldest && saved.length >= MOST_SAVED
    ? { kind: 'drops', name: oldest.name }
    : { kind: 'nothing' };
}
