import { offerCompleteness, type Criterion } from '@offerdesk/backstage-plugin-offers-common';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useCall } from '../data/useCall';
import { useLiveDraft } from './liveDraft';

type Criteria = readonly Criterion[] | undefined;

const LiveCriteria = createContext<Criteria>(undefined);

/** Judges once for all parts of the editor what the draft still misses, as it is typed. */
export const LiveCriteriaProvider = ({
  catalogue,
  children,
}: {
  /** the catalogue that holds the offer */
  catalogue: string;
  children: ReactNode;
}) => {
  const draft = useLiveDraft();
  const { data } = useCall('categories', {});
  const criteria = useMemo(
    () =>
      draft && data
        ? offerCompleteness({
            owner: draft.owner,
            content: draft.content,
            categories: data.items.filter(each => each.catalogue === catalogue).map(({ id }) => id),
          })
        : undefined,
    [draft, data, catalogue],
  );
  return <LiveCriteria.Provider value={criteria}>{children}</LiveCriteria.Provider>;
};

/** What the draft meets and misses now; undefined while that cannot be judged. */
export function useLiveCriteria(): Criteria {
  return useContext(LiveCriteria);
}
