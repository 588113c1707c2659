import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { rootRouteRef } from '../routes';

/** The addresses of the pages, below wherever the plugin is mounted. */
export interface Links {
  catalogue: string;
  /** `at`: as it was or will be at another instant */
  offer(name: string, at?: string): string;
  /** the offers that are linked to an entity */
  offersOf(entity: string): string;
  /** up to four offers side by side */
  compare(ids: readonly string[], at?: string): string;
  manage: string;
  draft(id: string): string;
  plans: string;
  plan(id: string): string;
  sources: string;
  slack: string;
  /** what the reader hears in person */
  wishes: string;
}

/** The addresses of the pages. */
export function useLinks(): Links {
  const base = useRouteRef(rootRouteRef)().replace(/\/$/, '');
  return useMemo(
    () => ({
      catalogue: base || '/',
      offer: (name, at) =>
        `${base}/o/${encodeURIComponent(name)}${at ? `?at=${encodeURIComponent(at)}` : ''}`,
      offersOf: entity => `${base || '/'}?entity=${encodeURIComponent(entity)}`,
      compare: (ids, at) =>
        `${base}/compare?${new URLSearchParams({ ids: ids.join(','), ...(at ? { at } : {}) })}`,
      manage: `${base}/manage`,
      draft: id => `${base}/manage/${encodeURIComponent(id)}`,
      plans: `${base}/plans`,
      plan: id => `${base}/plans/${encodeURIComponent(id)}`,
      sources: `${base}/sources`,
      slack: `${base}/slack`,
      wishes: `${base}/me/announcements`,
    }),
    [base],
  );
}
