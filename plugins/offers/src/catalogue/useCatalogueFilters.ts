import { interactionSchema, type Interaction } from '@offerdesk/backstage-plugin-offers-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the reader looks for; kept in the address, so that it can be shared and survives a reload. */
export interface Filters {
  q?: string;
  category?: string;
  interaction?: Interaction;
}

/** The filters of the address, and how to change them; an empty value takes a filter away. */
export function useCatalogueFilters() {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => readFilters(params), [params]);
  const change = useCallback(
    (changes: Record<string, string>) =>
      setParams(
        before => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { filters, change };
}

function readFilters(params: URLSearchParams): Filters {
  const q = params.get('q')?.trim();
  const category = params.get('category');
  const interaction = interactionSchema.safeParse(params.get('interaction')).data;
  return {
    ...(q ? { q } : {}),
    ...(category ? { category } : {}),
    ...(interaction ? { interaction } : {}),
  };
}
