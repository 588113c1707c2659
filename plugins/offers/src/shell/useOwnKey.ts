import { useMe } from './useMe';

/**
 * The key under which a tab or browser keeps something of the reader's own: whoever signs in after them in the same one has another.
 * Nobody's until the reader is known; pages of `StaffOnly` are not shown before.
 *
 * @param key - what is kept
 */
export function useOwnKey(key: string): string {
  const { me } = useMe();
  return `${key} of ${me?.user ?? ''}`;
}
