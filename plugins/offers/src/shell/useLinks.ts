import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { rootRouteRef } from '../routes';

/** The addresses of the pages, below wherever the plugin is mounted. */
export interface Links {
  catalogue: string;
  offer(name: string): string;
  manage: string;
  draft(id: string): string;
  plans: string;
  plan(id: string): string;
  sources: string;
}

/** The addresses of the pages. */
export function useLinks(): Links {
  const base = useRouteRef(rootRouteRef)().replace(/\/$/, '');
  return useMemo(
    () => ({
      catalogue: base || '/',
      offer: name => `${base}/o/${encodeURIComponent(name)}`,
      manage: `${base}/manage`,
      draft: id => `${base}/manage/${encodeURIComponent(id)}`,
      plans: `${base}/plans`,
      plan: id => `${base}/plans/${encodeURIComponent(id)}`,
      sources: `${base}/sources`,
    }),
    [base],
  );
}
