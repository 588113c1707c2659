import { useCallback } from 'react';
import { useMe } from './useMe';

/**
 * What people call a Slack channel, by its id.
 *
 * @returns gives its name as Slack shows it; what the configuration has no name for, and what is no channel, stands as it is
 */
export function useChannels(): (id: string) => string {
  const names = useMe().me?.channels;
  return useCallback(id => (names?.[id] ? `#${names[id]}` : id), [names]);
}
