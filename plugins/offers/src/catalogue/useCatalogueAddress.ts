import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { filterNames, readAddress, type CatalogueAddress } from './address';

/** Parts of an address to set; an empty text takes a part away. */
export type Changes = Readonly<Record<string, string>>;

function changed(before: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** The cursors of the pages before this one, the first page's being empty. */
function trailOf(state: unknown): string[] {
  if (typeof state !== 'object' || state === null || !('trail' in state)) return [];
  const { trail } = state;
  return Array.isArray(trail) ? trail.filter(cursor => typeof cursor === 'string') : [];
}

/** What the address asks for, and how to change it. */
export interface AddressControls extends CatalogueAddress {
  /** another question: begins at the first page again */
  change(changes: Changes): void;
  /** the same question, shown otherwise */
  show(changes: Changes): void;
  clear(): void;
  goTo(cursor: string, direction: 'next' | 'previous'): void;
  /** where the page before began; undefined where that is not known */
  trail: readonly string[];
}

/** The address of the catalogue page. */
export function useCatalogueAddress(): AddressControls {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const address = useMemo(() => readAddress(params), [params]);
  const trail = useMemo(() => trailOf(state), [state]);

  const show = useCallback(
    (changes: Changes) =>
      setParams(before => changed(before, changes), { replace: true, state: { trail } }),
    [setParams, trail],
  );
  const change = useCallback(
    (changes: Changes) =>
      setParams(before => changed(before, { ...changes, cursor: '' }), { replace: true }),
    [setParams],
  );
  const clear = useCallback(() => {
    const names = filterNames.filter(name => name !== 'at');
    change({ ...Object.fromEntries(names.map(name => [name, ''])), starred: '' });
  }, [change]);
  const goTo = useCallback(
    (cursor: string, direction: 'next' | 'previous') =>
      setParams(before => changed(before, { cursor }), {
        state: {
          trail: direction === 'next' ? [...trail, params.get('cursor') ?? ''] : trail.slice(0, -1),
        },
      }),
    [setParams, trail, params],
  );
  return { ...address, change, show, clear, goTo, trail };
}
