import { useMe } from './useMe';

/**
 * The key under which a tab keeps something of the reader's own: whoever signs in after them in the same tab has another
 * one. For pages of `StaffOnly`, which are shown once the reader is known.
 *
 * @param key - what is kept
 */
export function useOwnKey(key: string): string {
  const { me } = useMe();
  return `${key} of ${me?.user ?? ''}`;
}
