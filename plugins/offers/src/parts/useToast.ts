import { alertApiRef, useApiHolder } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { useAnnounce } from './LiveRegion';

/** How long a good result stays in sight, in milliseconds. */
const SUCCESS_STAYS_MS = 6_000;

/**
 * Gives the function that says what an action did, or why it was refused, which stays in sight until it is read.
 * The new frontend system has toasts; an app of the classic one has alerts instead.
 */
export function useToast(): (title: string, outcome?: 'done' | 'refused') => void {
  const apis = useApiHolder();
  const announce = useAnnounce();
  return useCallback(
    (title: string, outcome: 'done' | 'refused' = 'done') => {
      const isDone = outcome === 'done';
      announce(title);
      const toasts = apis.get(toastApiRef);
      if (toasts) {
        toasts.post(
          isDone
            ? { title, status: 'success', timeout: SUCCESS_STAYS_MS }
            : { title, status: 'danger' },
        );
        return;
      }
      apis.get(alertApiRef)?.post({
        message: title,
        severity: isDone ? 'success' : 'error',
        display: isDone ? 'transient' : 'permanent',
      });
    },
    [apis, announce],
  );
}
