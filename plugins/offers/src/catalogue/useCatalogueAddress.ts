import { useCallback, useMemo, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { useSame } from '../parts/useSame';
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
  /**
   * another question, which begins at the first page again: a step that the way back undoes
   * @param goesOn - whether it goes on with the change before it, as the next letter of a word does: one step with that
   */
  change(changes: Changes, goesOn?: boolean): void;
  /** the same question with another mark beside it, which is no step */
  show(changes: Changes): void;
  clear(): void;
  goTo(cursor: string, direction: 'next' | 'previous'): void;
  /** where the page before began; undefined where that is not known */
  trail: readonly string[];
}

/** The address of the catalogue page; its parts and functions change only when what they say or do does. */
export function useCatalogueAddress(): AddressControls {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const address = useMemo(() => readAddress(params), [params]);
  const filters = useSame(address.filters);
  const compared = useSame(address.compared);
  const trail = useMemo(() => trailOf(state), [state]);
  // The router gives another function for each address.
  const latest = useRef({ params, setParams, trail });
  latest.current = { params, setParams, trail };

  const show = useCallback((changes: Changes) => {
    const now = latest.current;
    now.setParams(before => changed(before, changes), {
      replace: true,
      state: { trail: now.trail },
    });
  }, []);
  const change = useCallback((changes: Changes, goesOn = false) => {
    const now = latest.current;
    const next = changed(now.params, { ...changes, cursor: '' });
    // What asks the same again would be a step that goes nowhere.
    if (String(next) !== String(now.params)) now.setParams(next, { replace: goesOn });
  }, []);
  const clear = useCallback(() => {
    const names = filterNames.filter(name => name !== 'at');
    change({ ...Object.fromEntries(names.map(name => [name, ''])), starred: '' });
  }, [change]);
  const goTo = useCallback((cursor: string, direction: 'next' | 'previous') => {
    const now = latest.current;
    const left = now.params.get('cursor') ?? '';
    now.setParams(before => changed(before, { cursor }), {
      state: { trail: direction === 'next' ? [...now.trail, left] : now.trail.slice(0, -1) },
    });
  }, []);
  return { ...address, filters, compared, change, show, clear, goTo, trail };
}
