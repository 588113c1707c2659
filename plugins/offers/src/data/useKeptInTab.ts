import { useCallback, useEffect, useState } from 'react';
import { forgetInTab, keepInTab, recallFromTab } from './tabStorage';

/**
 * A list that is being made and was not sent yet: it survives a reload of the tab, and going elsewhere and coming back.
 *
 * @param key - what it is, and whose (`useOwnKey`)
 * @returns the list, how it is changed, and how it is forgotten once it was sent
 */
export function useKeptInTab<Item>(key: string) {
  const [list, setList] = useState<Item[]>(
    () => recallFromTab(key, (value): value is Item[] => Array.isArray(value)) ?? [],
  );
  useEffect(() => {
    if (list.length > 0) keepInTab(key, list);
    else forgetInTab(key);
  }, [key, list]);
  const forget = useCallback(() => {
    forgetInTab(key);
    setList([]);
  }, [key]);
  return [list, setList, forget] as const;
}
