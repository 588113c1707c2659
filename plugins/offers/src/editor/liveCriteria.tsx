import { offerCompleteness, type Criterion } from '@offerdesk/backstage-plugin-offers-common';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useCall } from '../data/useCall';
import { useLiveDraft } from './liveDraft';

type Criteria = readonly Criterion[] | undefined;

const LiveCriteria = createContext<Criteria>(undefined);

/** Judges once for all parts of the editor what the draft still misses, as it is typed. */
export const LiveCriteriaProvider = ({ children }: { children: ReactNode }) => {
  const draft = useLiveDraft();
  const categories = useCall('categories', {}).data;
  const criteria = useMemo(
    () =>
      draft && categories
        ? offerCompleteness({
            owner: draft.owner,
            content: draft.content,
            categories: categories.items.map(({ id }) => id),
          })
        : undefined,
    [draft, categories],
  );
  return <LiveCriteria.Provider value={criteria}>{children}</LiveCriteria.Provider>;
};

/** What the draft meets and misses now; undefined while that cannot be judged. */
export function useLiveCriteria(): Criteria {
  return useContext(LiveCriteria);
}
