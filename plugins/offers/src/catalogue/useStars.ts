import { useMemo } from 'react';
import { useStored } from '../data/useStored';

/** As many as one question of the API takes; the oldest star goes when there are more. */
const MOST = 100;

const NONE: string[] = [];

/** The offers that the reader starred. */
export interface Stars {
  ids: readonly string[];
  /** whether it is known which they are */
  isKnown: boolean;
  has(id: string): boolean;
  toggle(id: string): void;
}

/** The reader's stars, kept for them alone. */
export function useStars(): Stars {
  const { value: ids, store, isKnown } = useStored('starred', NONE);
  return useMemo(
    () => ({
      ids,
      isKnown,
      has: id => ids.includes(id),
      toggle: id =>
        store(ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id].slice(-MOST)),
    }),
    [ids, store, isKnown],
  );
}
